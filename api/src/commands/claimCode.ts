import { randomBytes } from 'node:crypto';

import { dayOf } from '../base/days';
import { codeReferenceBytes } from '../codes/codeBlock';
import { newNumber } from '../codes/number12';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { isDuplicate } from '../storage/databaseErrors';

const attempts = 3;

/** Random numbers rarely meet one in use; then another is drawn. */
async function withFreshNumbers<T>(work: () => Promise<T>): Promise<T> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isDuplicate(error)) {
        throw error;
      }
    }
  }
}

/** Claims the code, one tap: a reference, a number, and the place of the first claim. Doing it again changes nothing. */
export function claimCode(
  services: Services,
  origin: Origin,
  personId: string,
  division: string | undefined,
): Promise<Person> {
  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const person = await lockOne(Person, scene, { id: personId });
      if (!person) {
        throw new Error('the person of a session is gone');
      }
      if (person.claimedAt === null) {
        person.codeReference = randomBytes(codeReferenceBytes).toString('hex');
        person.number = newNumber();
        person.numberDay = dayOf(scene.now, services.config.brand.zone);
        person.claimedAt = scene.now;
        person.claimDivision = division ?? null;
        await person.saveBy(scene);
      }

      return person;
    }),
  );
}

/** The person with today's 12-digit number: it is renewed at the first showing of a day. */
export async function withTodaysNumber(services: Services, origin: Origin, person: Person): Promise<Person> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  if (person.numberDay === today) {
    return person;
  }

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const locked = await lockOne(Person, scene, { id: person.id });
      if (locked && locked.numberDay !== today) {
        locked.number = newNumber();
        locked.numberDay = today;
        await locked.saveBy(scene);
      }

      return locked ?? person;
    }),
  );
}
