import { documentFault } from '@anxing/contract/identityDocuments';

import { dayOf } from '../../base/days';
import { newId } from '../../base/ids';
import type { Origin, Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { Message } from '../../models/message';
import type { Person } from '../../models/person';
import { recordLooks } from '../../privacy/accessLog';
import type { IdentityClaim } from '../../providers/identity/identity';
import type { Scene } from '../../storage/scene';
import { matchRegister } from '../matchRegister';

/** A clerk who has the document in hand of who stands before him. */
export interface Counter {
  services: Services;
  origin: Origin;
  staffId: string;
  unitId: string;
}

/** What the person reads of what was done at a counter in his name. */
export interface CounterWords {
  kind: string;
  title: string;
  body: (unit: string) => string;
  /** Under 'who looked at me'. */
  purpose: string;
}

/** Mismatches of one clerk, whatever he does at the counter: whoever types what he reads makes few. */
const mismatches = { points: 20, seconds: 3_600 };

/** Foreign documents take a second clerk, whom this counter has not. */
const readHere = 'resident';

export function documentFaults(
  { clock, config }: Services,
  { idType, idNumber }: IdentityClaim,
): Record<string, string> {
  const fault = documentFault(idType, idNumber, dayOf(clock.now(), config.brand.zone));

  return {
    ...(fault ? { idNumber: fault } : {}),
    ...(idType === readHere ? {} : { idType: 'counterDocument' }),
  };
}

/** @throws identity_mismatch, unavailable, too_many_requests */
export function matchAtCounter({ services, staffId }: Counter, claim: IdentityClaim): Promise<void> {
  return matchRegister(services, { name: 'counter', key: staffId, allowance: mismatches }, claim);
}

/** Whoever did not stand at a counter learns that somebody did in his name, and who it was. */
export async function tellAtCounter(
  { services, staffId, unitId }: Counter,
  scene: Scene,
  { id: personId }: Person,
  { kind, title, body, purpose }: CounterWords,
): Promise<void> {
  const unit = await services.caches.units.get(unitId);
  await createBy(Message, scene, {
    id: newId(scene.now),
    personId,
    kind,
    title,
    body: body(unit?.name ?? ''),
    at: scene.now,
  });
  await recordLooks(services.database, scene, [{ personId, unitId, staffId, purpose }]);
}
