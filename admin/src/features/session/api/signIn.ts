import { sessionAnswer, type SessionRequest } from '@anxing/contract/sessions';
import { useMutation } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';

type PasswordGrant = Omit<Extract<SessionRequest, { grant: 'password' }>, 'grant'>;

/** The session itself stays in cookies that no script can read. */
export function useSignIn() {
  return useMutation({
    mutationFn: (input: PasswordGrant) => api.signIn({ grant: 'password', ...input }, sessionAnswer),
  });
}
