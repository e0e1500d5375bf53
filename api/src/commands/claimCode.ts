import { randomBytes } from 'node:crypto';

import { dayOf } from '../base/days';
import { AppError, InvalidInput } from '../base/errors';
import { codeReferenceBytes } from '../codes/codeBlock';
import { newNumber } from '../codes/number12';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { notJudged, Person } from '../models/person';
import { knowsDivision } from './pointFaults';
import { withFreshNumbers } from './withFreshNumbers';

/**
 * Claims the code, one tap: a reference, a number, and the place of the first claim. Doing it again changes nothing.
 * @throws invalid_input for an unknown division
 */
export function claimCode(
  services: Services,
  origin: Origin,
  personId: string,
  division: string | undefined,
): Promise<Person> {
  if (division !== undefined && !knowsDivision(services.config, division)) {
    throw new InvalidInput({ division: 'division' });
  }

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const person = await lockOne(Person, scene, { id: personId });
      if (!person) {
        throw new AppError('not_found');
      }
      if (person.claimedAt === null) {
        person.set({
          codeReference: randomBytes(codeReferenceBytes).toString('hex'),
          number: newNumber(),
          numberDay: dayOf(scene.now, services.config.brand.zone),
          claimedAt: scene.now,
          claimDivision: division ?? null,
          // Where somebody claims from may count: the next look judges anew.
          ruleVersion: division === undefined ? person.ruleVersion : notJudged,
        });
        await person.saveBy(scene);
      }

      return person;
    }),
  );
}
