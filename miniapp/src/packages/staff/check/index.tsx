import { Screen } from '../../../components/Screen';
import { CheckView } from '../../../features/staff/CheckView';
import { useDoorUpkeep } from '../../../features/staff/useDoorUpkeep';
import { usePageShown } from '../../../lib/usePageShown';

export default function StaffCheckPage() {
  useDoorUpkeep(usePageShown());

  return (
    <Screen className="staff-page staff-check-page" isBare>
      <CheckView />
    </Screen>
  );
}
