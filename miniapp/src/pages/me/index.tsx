import { QueueNotice } from '../../components/QueueNotice';
import { Screen } from '../../components/Screen';
import { MeView } from '../../features/me/MeView';
import { usePageShown } from '../../lib/usePageShown';

export default function MePage() {
  const isShown = usePageShown();

  return (
    <Screen className="me-page">
      <QueueNotice />
      <MeView isShown={isShown} />
    </Screen>
  );
}
