import { Screen } from '../../../components/Screen';
import { ArrivalView } from '../../../features/arrival/ArrivalView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function ArrivalPage() {
  useRequireSession();

  return (
    <Screen className="arrival-page">
      <ArrivalView />
    </Screen>
  );
}
