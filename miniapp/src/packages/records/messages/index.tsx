import { Screen } from '../../../components/Screen';
import { MessagesView } from '../../../features/messages/MessagesView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function MessagesPage() {
  useRequireSession();

  return (
    <Screen className="messages-page">
      <MessagesView />
    </Screen>
  );
}
