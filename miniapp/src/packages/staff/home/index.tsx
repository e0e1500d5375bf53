import { Screen } from '../../../components/Screen';
import { Gate } from '../../../features/staff/Gate';
import { HomeView } from '../../../features/staff/HomeView';
import { useDoorUpkeep } from '../../../features/staff/useDoorUpkeep';
import { usePageShown } from '../../../lib/usePageShown';

export default function StaffHomePage() {
  const isShown = usePageShown();
  useDoorUpkeep(isShown);

  return (
    <Screen className="staff-page staff-home-page" isBare>
      <Gate step="work" isShown={isShown}>
        {() => <HomeView />}
      </Gate>
    </Screen>
  );
}
