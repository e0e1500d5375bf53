import type { z } from 'zod';

import type { counterCardRequest } from '@anxing/contract/cards';
import { documentFault } from '@anxing/contract/identityDocuments';

import { dayOf } from '../../base/days';
import { InvalidInput } from '../../base/errors';
import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { PaperCard } from '../../models/paperCard';
import type { Person } from '../../models/person';
import { recordLooks } from '../../privacy/accessLog';
import type { Scene } from '../../storage/scene';
import { giveCode } from '../giveCode';
import { personOf, seen } from '../joinPerson';
import { matchRegister } from '../matchRegister';
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
  await matchRegister(services, { name: 'counter', key: staffId, allowance: mismatches }, input);

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const person = await personOf(services, scene, input, seen);
      await giveCode(services, scene, person, input.division);
      const card = await issueCardTo(scene, person.id, { unitId, staffId });
      await tellHolder(counter, scene, person);
      await recordLooks(services.database, scene, [
        { personId: person.id, unitId, staffId, purpose: '打印纸质卡' },
      ]);

      return { card, person };
    }),
  );
}
