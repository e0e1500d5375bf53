import { Screen } from '../../../components/Screen';
import { FamilyView } from '../../../features/family/FamilyView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function FamilyPage() {
  useRequireSession();

  return (
    <Screen className="family-page">
      <FamilyView />
    </Screen>
  );
}
