import { Screen } from '../../../components/Screen';
import { TrailView } from '../../../features/trail/TrailView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function TrailPage() {
  useRequireSession();

  return (
    <Screen className="trail-page">
      <TrailView />
    </Screen>
  );
}
