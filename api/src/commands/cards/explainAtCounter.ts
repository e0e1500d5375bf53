import { AppError, InvalidInput } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import { Person } from '../../models/person';
import type { IdentityClaim } from '../../providers/identity/identity';
import type { Status } from '../../status/currentStatus';
import { reasonDetails, type ReasonDetails } from '../../status/reasonDetails';
import { refreshStatus } from '../refreshStatus';
import { documentFaults, matchAtCounter, tellAtCounter, type Counter, type CounterWords } from './counter';

export interface Explained {
  person: Person;
  status: Status;
  details: ReasonDetails;
}

const told: CounterWords = {
  kind: 'counter',
  title: '柜台已为您说明健康码颜色',
  body: (unit) =>
    `由“${unit}”核对证件和本人后，查看并说明了您健康码的颜色和原因。如非本人办理，请立即联系服务热线。`,
  purpose: '柜台说明变色原因',
};

function checkDocument(services: Services, claim: IdentityClaim): void {
  const faults = documentFaults(services, claim);
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
}

/** Unknown and without a code are one answer: a counter that explains makes nobody known. */
async function holderOf({ index }: Services, { idType, idNumber }: IdentityClaim): Promise<Person> {
  const person = await Person.findOne({ where: { identityIndex: index.identity(idType, idNumber) } });
  if (!person || person.claimedAt == null) {
    throw new AppError('no_code_yet');
  }

  return person;
}

/**
 * A clerk tells somebody who stands at the counter with his document why his code has its colour: whoever has no phone
 * reads it nowhere else. That it was told is written down, and told to the person, before the clerk learns anything.
 * @throws invalid_input, identity_mismatch, no_code_yet, unavailable, too_many_requests
 */
export async function explainAtCounter(
  counter: Counter,
  claim: IdentityClaim,
  now: number,
): Promise<Explained> {
  const { services, origin } = counter;
  checkDocument(services, claim);
  await matchAtCounter(counter, claim);
  const person = await holderOf(services, claim);
  const status = await refreshStatus(services, person);
  const details = await reasonDetails(services, person, now);
  await writeAs(services, origin, (scene) => tellAtCounter(counter, scene, person, told));

  return { person, status, details };
}
