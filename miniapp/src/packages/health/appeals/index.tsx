import { Screen } from '../../../components/Screen';
import { AppealsView } from '../../../features/appeals/AppealsView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function AppealsPage() {
  useRequireSession();

  return (
    <Screen className="appeals-page">
      <AppealsView />
    </Screen>
  );
}
