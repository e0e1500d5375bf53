import { Screen } from '../../../components/Screen';
import { AppealView } from '../../../features/appeals/AppealView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function AppealPage() {
  useRequireSession();

  return (
    <Screen className="appeal-page">
      <AppealView />
    </Screen>
  );
}
