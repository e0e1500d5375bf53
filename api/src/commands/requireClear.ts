import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Staff } from '../models/staff';
import { verifiedPerson } from './changes/verifiedPerson';
import { refreshStatus } from './refreshStatus';

/**
 * Nobody checks others at a door who has a reason not to be let in. What counts is what is known of the staff member
 * himself: a feed that is late keeps no guard from the door.
 * @throws duty_unverified, duty_colour
 */
export async function requireClear(services: Services, staff: Staff): Promise<void> {
  if (!services.config.policy.dutyNeedsClear) {
    return;
  }
  const person = await verifiedPerson(staff);
  if (person?.claimedAt == null) {
    throw new AppError('duty_unverified');
  }
  const { byFacts } = await refreshStatus(services, person);
  if (byFacts.colour !== services.colours.clear) {
    throw new AppError('duty_colour');
  }
}
