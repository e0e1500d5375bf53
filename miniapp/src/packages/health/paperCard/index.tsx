import { Screen } from '../../../components/Screen';
import { PaperCardView } from '../../../features/paperCard/PaperCardView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function PaperCardPage() {
  useRequireSession();

  return (
    <Screen className="paper-card-page">
      <PaperCardView />
    </Screen>
  );
}
