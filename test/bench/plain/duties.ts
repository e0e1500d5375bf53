import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import { Duty } from '../../../api/src/models/duty';
import { Person } from '../../../api/src/models/person';
import { byFactsOf } from './status';

/** Whoever checks others is on duty at the point, and clear himself. @throws duty_required, duty_ended */
export async function requireDuty(
  services: Services,
  staffId: string,
  pointId: string,
  now: number,
): Promise<void> {
  const duty = await Duty.findOne({ where: { staffId, pointId, until: null } });
  const person = duty?.personId ? await Person.findByPk(duty.personId) : null;
  if (!person) {
    throw new AppError('duty_required');
  }
  const { colour } = await byFactsOf(services, person, now);
  if (colour !== services.colours.clear) {
    throw new AppError('duty_ended');
  }
}
