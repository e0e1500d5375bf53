import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Duty } from '../../models/duty';
import { endUnclearDuty } from './endUnclearDuty';

/** At a door, or anywhere. */
interface Wanted {
  staffId: string;
  pointId?: string;
}

async function keptDuty({ caches }: Services, staffId: string): Promise<Duty | undefined> {
  const id = await caches.dutyIdByStaff.find(staffId);

  return id === undefined ? undefined : caches.duties.get(id);
}

/** As it stands now: what was done a moment ago at another process may not have been heard of here. */
async function storedDuty({ caches }: Services, staffId: string): Promise<Duty | undefined> {
  caches.dutyIdByStaff.forget(staffId);
  const id = await caches.dutyIdByStaff.find(staffId);

  return id === undefined ? undefined : caches.duties.fresh(id);
}

function isWanted(duty: Duty | undefined, { pointId }: Wanted, isPersonAsked: boolean): duty is Duty {
  if (!duty || duty.until !== null || (isPersonAsked && duty.personId === null)) {
    return false;
  }

  return pointId === undefined || duty.pointId === pointId;
}

/**
 * Whoever checks others is on duty, at the very point, and still clear himself. The open duty and its person are kept: a
 * check at a door asks the database nothing.
 * @throws duty_required, duty_ended
 */
export async function requireDuty(services: Services, wanted: Wanted): Promise<void> {
  const { dutyNeedsClear } = services.config.policy;
  const kept = await keptDuty(services, wanted.staffId);
  const duty = isWanted(kept, wanted, dutyNeedsClear) ? kept : await storedDuty(services, wanted.staffId);
  if (!isWanted(duty, wanted, dutyNeedsClear)) {
    throw new AppError('duty_required');
  }
  if (await endUnclearDuty(services, duty)) {
    throw new AppError('duty_ended');
  }
}
