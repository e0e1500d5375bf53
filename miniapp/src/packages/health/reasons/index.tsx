import { Screen } from '../../../components/Screen';
import { ReasonsView } from '../../../features/reasons/ReasonsView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function ReasonsPage() {
  useRequireSession();

  return (
    <Screen className="reasons-page">
      <ReasonsView />
    </Screen>
  );
}
