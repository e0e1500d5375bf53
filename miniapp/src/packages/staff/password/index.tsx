import { Screen } from '../../../components/Screen';
import { Gate } from '../../../features/staff/Gate';
import { PasswordView } from '../../../features/staff/PasswordView';
import { usePageShown } from '../../../lib/usePageShown';

export default function StaffPasswordPage() {
  const isShown = usePageShown();

  return (
    <Screen className="staff-page staff-password-page">
      <Gate step="password" isShown={isShown}>
        {() => <PasswordView />}
      </Gate>
    </Screen>
  );
}
