import { forgetMe } from '../../lib/account';
import { forgetCheckIns } from '../../lib/checkInQueue';
import { forgetLatestTest } from '../../lib/latestTest';
import { forgetPass } from '../../lib/outagePass';
import { signOut } from '../../lib/signOut';
import { removeStored, type StorageKey } from '../../lib/storage';

const personal: readonly StorageKey[] = [
  'lastCode',
  'lastPlace',
  'destination',
  'faceTicket',
  'appealDrafts',
];

/** Ends the session and takes everything about the person off the phone. */
export async function leaveAccount(): Promise<void> {
  await signOut();
  forgetMe();
  forgetCheckIns();
  forgetLatestTest();
  forgetPass();
  personal.forEach(removeStored);
}
