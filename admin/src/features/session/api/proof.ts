import { proofCodeAnswer, type ProofRequest } from '@anxing/contract/sessions';
import { useMutation } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';

/** Sends a code to the own phone, whose masked number is answered. */
export function useSendProofCode() {
  return useMutation({
    mutationFn: () => api.post('sessions/current/proof-code', {}, proofCodeAnswer),
  });
}

/** Proves by the code who is signed in. */
export function useProve() {
  return useMutation({
    mutationFn: (input: ProofRequest) => api.tell('sessions/current/proof', input),
  });
}
