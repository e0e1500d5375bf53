import { MenuLine } from '../../components/MenuLine';
import { isConfirmed } from '../../lib/isConfirmed';
import { startAt } from '../../lib/navigation';
import { lateQueue } from '../../lib/staff/lateQueue';
import { leaveStaff } from './leave';
import { texts } from './texts';

async function confirmSignOut(): Promise<void> {
  const { length } = lateQueue.get().waiting;
  const content = length > 0 ? texts.home.signOutWaiting(length) : texts.home.signOutText;
  if (await isConfirmed(texts.home.signOutTitle, content)) {
    await leaveStaff();
    await startAt('me');
  }
}

/** Also of use to who is not on duty: a colleague may take the same phone over. */
export function SignOutLine() {
  return (
    <MenuLine className="staff-sign-out" name={texts.home.signOut} onPress={() => void confirmSignOut()} />
  );
}
