import { useEffect, useState } from 'react';

import { ProofDialog } from '../features/session/proofDialog';
import { api } from '../lib/api/apiClient';

/** Asks who is there whenever the API wants to know, wherever that happens; the action goes on afterwards. */
export function ProofGate() {
  const [answer, setAnswer] = useState<(isProven: boolean) => void>();

  useEffect(() => {
    let settle: ((isProven: boolean) => void) | undefined;
    api.askForProof = () =>
      new Promise((resolve) => {
        settle = resolve;
        setAnswer(() => resolve);
      });

    return () => {
      api.askForProof = undefined;
      // Nobody waits for a dialog that is gone.
      settle?.(false);
    };
  }, []);

  function close(isProven: boolean): void {
    setAnswer(undefined);
    answer?.(isProven);
  }

  return answer ? <ProofDialog onClose={close} /> : null;
}
