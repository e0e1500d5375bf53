import { Screen } from '../../../components/Screen';
import { TodayView } from '../../../features/staff/TodayView';

export default function StaffTodayPage() {
  return (
    <Screen className="staff-page staff-today-page">
      <TodayView />
    </Screen>
  );
}
