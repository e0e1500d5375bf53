import { scanAnswer, scanRequest } from '@anxing/contract/scans';

import { AppError } from '../../../api/src/base/errors';
import { readPersonalCode } from '../../../api/src/codes/personalCode';
import type { Services } from '../../../api/src/context';
import { Person } from '../../../api/src/models/person';
import { hashOfRequest, timeOfCheckIn } from '../../../api/src/passages/checkInId';
import { decide } from '../../../api/src/passages/decide';
import { policyAt } from '../../../api/src/passages/placePolicy';
import { presentScan } from '../../../api/src/presenters/scan';
import { recordLooks } from '../../../api/src/privacy/accessLog';
import { staffWho } from '../../../api/src/web/access';
import { allowances, defineRoute } from '../../../api/src/web/route';
import { requireDuty } from './duties';
import { placeOfStaff } from './places';
import { refuseRepeat } from './repeats';
import { colourOf } from './status';
import { writeAlone } from './write';

const failedTries = { points: 30, seconds: 300 };

async function personOf(services: Services, text: string, now: number): Promise<Person> {
  const reading = readPersonalCode(services.codeKeys, text, now);
  const person = reading.ok
    ? await Person.findOne({ where: { codeReference: reading.content.reference.toString('hex') } })
    : null;
  if (!person) {
    throw new AppError('code_refused');
  }

  return person;
}

/** Checking somebody at the door with the checks of the real route, one transaction at a time. */
export const plainScan = defineRoute({
  method: 'post',
  path: '/scans',
  summary: 'Check the person at the door by code',
  access: staffWho('checkPeople'),
  personalData: 'masked',
  limit: allowances.door,
  body: scanRequest,
  answer: scanAnswer,
  async handle({ services, origin, caller, input: { id, ...asked }, now }) {
    const { staff, unit } = caller;
    const place = await placeOfStaff(caller, asked.pointId);
    const requestHash = hashOfRequest(staff.id, asked);
    const at = timeOfCheckIn(id, now);
    await refuseRepeat(services, id, requestHash);
    await requireDuty(services, staff.id, asked.pointId, now);
    const person = await services.limiter.attempt('recognise', staff.id, failedTries, () =>
      personOf(services, asked.object, now),
    );
    const colour = await colourOf(services, person, now);
    const { temperature, mask, direction } = asked;
    const policy = policyAt(services.config, place.point);
    const verdict = decide(
      { colour, temperature, mask, place: policy },
      services.colours,
      services.config.policy,
    );
    const draft = {
      id,
      at,
      requestHash,
      colour,
      ...verdict,
      kind: 'scan' as const,
      direction,
      temperature: temperature === undefined ? null : Math.round(temperature * 10),
      mask: mask ?? null,
      staffId: staff.id,
    };
    const look = { personId: person.id, unitId: unit.id, staffId: staff.id, purpose: '出入核验' };
    const passage = await writeAlone(services, origin, { draft, person, place }, (scene) =>
      recordLooks(services.database, scene, [look]),
    );

    return presentScan(services, 'code', person, passage, place.point);
  },
});
