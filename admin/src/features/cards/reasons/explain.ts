import { counterReasons, type CounterReasonsRequest } from '@anxing/contract/reasons';
import { useMutation } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';

/** Why somebody's code has its colour. Each question is recorded, so that nothing is asked twice by itself, or kept. */
export function useExplain() {
  return useMutation({
    mutationFn: (input: CounterReasonsRequest) => api.post('unit/reasons', input, counterReasons),
    gcTime: 0,
  });
}
