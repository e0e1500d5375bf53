import { Loading, Notice } from '../../components/Notice';
import { QueueNotice } from '../../components/QueueNotice';
import { Screen } from '../../components/Screen';
import { lastCode } from '../../features/code/api';
import { ClaimCard } from '../../features/code/ClaimCard';
import { CodeView } from '../../features/code/CodeView';
import { goOn } from '../../lib/journey';
import { useGate, type Gate } from '../../lib/useGate';
import { usePageShown } from '../../lib/usePageShown';

interface Props {
  gate: Gate;
  isShown: boolean;
  onCheck: () => Promise<void>;
}

function Content({ gate, isShown, onCheck }: Props) {
  if (gate.state === 'problem') {
    return <Notice title={gate.error.message} onRetry={() => void onCheck()} />;
  }
  if (gate.state === 'checking') {
    return <Loading />;
  }
  if (gate.step === 'claim') {
    return <ClaimCard onClaimed={() => void goOn().then(onCheck, onCheck)} />;
  }

  return <CodeView isActive={isShown} onBlocked={onCheck} />;
}

export default function CodePage() {
  const isShown = usePageShown();
  const { gate, check } = useGate({ isShown, isLikelyOpen: lastCode() !== undefined });

  return (
    <Screen className="code-page">
      <QueueNotice />
      <Content gate={gate} isShown={isShown} onCheck={check} />
    </Screen>
  );
}
