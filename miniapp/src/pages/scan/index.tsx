import { QueueNotice } from '../../components/QueueNotice';
import { Screen } from '../../components/Screen';
import { ScanView } from '../../features/scan/ScanView';
import { usePageShown } from '../../lib/usePageShown';

export default function ScanPage() {
  const isShown = usePageShown();

  return (
    <Screen className="scan-page">
      <QueueNotice />
      <ScanView isActive={isShown} />
    </Screen>
  );
}
