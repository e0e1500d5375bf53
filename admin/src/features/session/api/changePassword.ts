import type { PasswordChange } from '@anxing/contract/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

/** The other sessions of the account end; this one goes on. */
export function useChangePassword() {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (input: PasswordChange) => api.put('sessions/password', input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.ownUnit }),
  });
}
