import type { Services } from '../../../../api/src/context';
import type { Duty } from '../../../../api/src/models/duty';
import type { Point } from '../../../../api/src/models/point';
import { buildDuty } from './buildDuty';
import { buildPerson, type BuiltPerson } from './buildPerson';
import type { BuiltStaff } from './buildStaff';
import { signedInStaff, type Auth } from './signedIn';

type Given = Parameters<typeof signedInStaff>[1];

export interface GuardOnDuty {
  guard: BuiltStaff;
  auth: Auth;
  duty: Duty;
  /** Whose colour keeps him there. */
  person: BuiltPerson;
}

/** A guard to whom a point was given, on duty there, with the header of a session. */
export async function guardOnDuty(
  services: Services,
  point: Pick<Point, 'id' | 'unitId'>,
  given: Given = {},
): Promise<GuardOnDuty> {
  const unit = { id: point.unitId } as never;
  const { auth, ...guard } = await signedInStaff(services, {
    unit,
    roles: ['guard'],
    points: [point],
    ...given,
  });
  const person = await buildPerson(services);
  const duty = await buildDuty(services, { staff: guard.staff, point, person });

  return { guard, auth, duty, person };
}
