import { randomBytes } from 'node:crypto';
import type { z } from 'zod';

import type { counterCardRequest } from '@anxing/contract/cards';
import { documentFault } from '@anxing/contract/identityDocuments';

import { dayOf } from '../../base/days';
import { AppError, InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { codeReferenceBytes } from '../../codes/codeBlock';
import { newNumber } from '../../codes/number12';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy, lockOne } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { PaperCard } from '../../models/paperCard';
import { Person } from '../../models/person';
import { recordLooks } from '../../privacy/accessLog';
import type { Scene } from '../../storage/scene';
import { createPerson } from '../joinPerson';
import { knowsDivision } from '../pointFaults';
import { withFreshNumbers } from '../withFreshNumbers';
import { issueCardTo } from './issueCard';

type CounterInput = z.output<typeof counterCardRequest>;

export interface Counter {
  services: Services;
  origin: Origin;
  staffId: string;
  unitId: string;
}

/** Mismatches of one clerk: whoever types what he reads makes few. */
const mismatches = { points: 20, seconds: 3_600 };

/** Foreign documents take a second clerk, whom this counter has not. */
const readHere = 'resident';

function checkInput({ clock, config }: Services, { idType, idNumber, division }: CounterInput): void {
  const fault = documentFault(idType, idNumber, dayOf(clock.now(), config.brand.zone));
  const faults = {
    ...(fault ? { idNumber: fault } : {}),
    ...(idType === readHere ? {} : { idType: 'counterDocument' }),
    ...(division !== undefined && !knowsDivision(config, division) ? { division: 'division' } : {}),
  };
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
}

/** The register knows this name with this number: a clerk's slip of the finger makes nobody. */
async function matchRegister({ services, staffId }: Counter, claim: CounterInput): Promise<void> {
  await services.limiter.attempt('counter', staffId, mismatches, async () => {
    const verdict = await services.providers.identity.matchIdentity(claim);
    if (verdict === 'mismatch') {
      throw new AppError('identity_mismatch');
    }
    if (verdict === 'unknown') {
      throw new AppError('unavailable', { retryAfter: 30 });
    }
  });
}

/** Who has no code gets one with the card: a door answers by it. */
async function claimFor({ services }: Counter, scene: Scene, person: Person, division: string | undefined) {
  if (person.claimedAt !== null && person.claimedAt !== undefined) {
    return;
  }
  person.set({
    codeReference: randomBytes(codeReferenceBytes).toString('hex'),
    number: newNumber(),
    numberDay: dayOf(scene.now, services.config.brand.zone),
    claimedAt: scene.now,
    claimDivision: division ?? null,
  });
  await person.saveBy(scene);
}

/** Whoever did not stand at a counter learns that somebody did in his name. */
async function tellHolder({ services, unitId }: Counter, scene: Scene, person: Person): Promise<void> {
  const unit = await services.caches.units.get(unitId);
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId: person.id,
    kind: 'card',
    title: '已为您打印纸质健康码',
    body: `由“${unit?.name ?? ''}”核对证件和本人后打印，旧卡同时失效。如非本人办理，请立即在“我的”中作废并联系服务热线。`,
    at: scene.now,
  });
}

/**
 * A clerk prints a card for somebody without a phone who stands at the counter with his document: verified like a face
 * check, by the clerk's eyes. Who is not known yet becomes known, with a code. The person can read who did it.
 * @throws invalid_input, identity_mismatch, unavailable, too_many_requests
 */
export async function printCardAtCounter(
  counter: Counter,
  input: CounterInput,
): Promise<{ card: PaperCard; person: Person }> {
  const { services, origin, staffId, unitId } = counter;
  checkInput(services, input);
  await matchRegister(counter, input);

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const identityIndex = services.index.identity(input.idType, input.idNumber);
      const person =
        (await lockOne(Person, scene, { identityIndex })) ?? (await createPerson(services, scene, input));
      await claimFor(counter, scene, person, input.division);
      const card = await issueCardTo(scene, person.id, { unitId, staffId });
      await tellHolder(counter, scene, person);
      await recordLooks(services.database, scene, [
        { personId: person.id, unitId, staffId, purpose: '打印纸质卡' },
      ]);

      return { card, person };
    }),
  );
}
