import { randomBytes } from 'node:crypto';

import { dayOf } from '../base/days';
import { codeReferenceBytes } from '../codes/codeBlock';
import { newNumber } from '../codes/number12';
import type { Services } from '../context';
import { notJudged, type Person } from '../models/person';
import type { Scene } from '../storage/scene';

/**
 * Who has no code gets one: a reference, a number, and the place of the first claim. A number in use is met rarely: see
 * `withFreshNumbers`.
 */
export async function giveCode(
  { config }: Services,
  scene: Scene,
  person: Person,
  division: string | undefined,
): Promise<void> {
  if (person.claimedAt != null) {
    return;
  }
  person.set({
    codeReference: randomBytes(codeReferenceBytes).toString('hex'),
    number: newNumber(),
    numberDay: dayOf(scene.now, config.brand.zone),
    claimedAt: scene.now,
    claimDivision: division ?? null,
    // Where somebody claims from may count: the next look judges anew.
    ruleVersion: division === undefined ? person.ruleVersion : notJudged,
  });
  await person.saveBy(scene);
}
