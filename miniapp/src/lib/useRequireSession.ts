import { useEffect } from 'react';

import { currentStep, goToStep } from './journey';

/** For pages about the own data: who is not signed in is led there first. */
export function useRequireSession(): void {
  useEffect(() => {
    const check = async () => {
      const step = await currentStep();
      if (step === 'consent' || step === 'signIn') {
        await goToStep(step);
      }
    };
    check().catch(() => undefined);
  }, []);
}
