import { AppError } from '../base/errors';
import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Staff } from '../models/staff';
import { verifiedPerson } from './changes/verifiedPerson';
import { hasClearFacts } from './duties/hasClearFacts';

/**
 * Nobody checks others at a door who has a reason not to be let in. What counts is what is known of the staff member
 * himself: a feed that is late keeps no guard from the door.
 * @returns the person whose colour it is; null where the province asks for none
 * @throws duty_unverified, duty_colour
 */
export async function requireClear(services: Services, staff: Staff): Promise<Person | null> {
  if (!services.config.policy.dutyNeedsClear) {
    return null;
  }
  const person = await verifiedPerson(staff);
  if (person?.claimedAt == null) {
    throw new AppError('duty_unverified');
  }
  if (!(await hasClearFacts(services, person))) {
    throw new AppError('duty_colour');
  }

  return person;
}
