import { Loading, Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { ConsentView } from '../../features/consent/ConsentView';
import { loadConfig } from '../../lib/config';
import { goOn } from '../../lib/journey';
import { keepArrival } from '../../lib/useArrival';
import { useLoaded } from '../../lib/useLoaded';

export default function ConsentPage() {
  const { value: config, error, again } = useLoaded(loadConfig);

  return (
    <Screen className="consent-page" onArrival={keepArrival}>
      {config && <ConsentView version={config.consentVersion} onAgreed={() => void goOn().catch(again)} />}
      {!config && error && <Notice title={error.message} onRetry={() => void again()} />}
      {!config && !error && <Loading />}
    </Screen>
  );
}
