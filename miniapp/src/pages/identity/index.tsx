import { useCallback, useEffect } from 'react';

import { Loading, Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { IdentityView } from '../../features/identity/IdentityView';
import { useMe } from '../../lib/account';
import { currentStep, goOn, goToStep } from '../../lib/journey';
import { keepArrival } from '../../lib/useArrival';
import { useLoaded } from '../../lib/useLoaded';

export default function IdentityPage() {
  const me = useMe();
  const { value: step, error, again } = useLoaded(currentStep);

  useEffect(() => {
    if (step === 'consent' || step === 'signIn') {
      void goToStep(step);
    }
  }, [step]);

  const advance = useCallback(async () => {
    if ((await currentStep()) !== 'identity') {
      await goOn();
    }
  }, []);

  return (
    <Screen className="identity-page" onArrival={keepArrival}>
      {me && <IdentityView me={me} onDone={advance} />}
      {!me && error && <Notice title={error.message} onRetry={() => void again()} />}
      {!me && !error && <Loading />}
    </Screen>
  );
}
