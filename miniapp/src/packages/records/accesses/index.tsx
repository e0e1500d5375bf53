import { Screen } from '../../../components/Screen';
import { AccessesView } from '../../../features/accesses/AccessesView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function AccessesPage() {
  useRequireSession();

  return (
    <Screen className="accesses-page">
      <AccessesView />
    </Screen>
  );
}
