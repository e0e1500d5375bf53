import { useMutation } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';

export function useSignOut() {
  return useMutation({ mutationFn: () => api.delete('sessions/current') });
}
