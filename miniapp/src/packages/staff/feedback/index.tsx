import { Screen } from '../../../components/Screen';
import { FeedbackView } from '../../../features/staff/FeedbackView';

export default function StaffFeedbackPage() {
  return (
    <Screen className="staff-page staff-feedback-page">
      <FeedbackView />
    </Screen>
  );
}
