import { Screen } from '../../../components/Screen';
import { TestResultsView } from '../../../features/testResults/TestResultsView';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function TestResultsPage() {
  useRequireSession();

  return (
    <Screen className="test-results-page">
      <TestResultsView />
    </Screen>
  );
}
