import { Screen } from '../../../components/Screen';
import { AppealForm } from '../../../features/appeals/AppealForm';
import { useRequireSession } from '../../../lib/useRequireSession';

export default function AppealFormPage() {
  useRequireSession();

  return (
    <Screen className="appeal-form-page">
      <AppealForm />
    </Screen>
  );
}
