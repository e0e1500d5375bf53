import { dayOf } from '../base/days';
import { AppError } from '../base/errors';
import { newNumber } from '../codes/number12';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { withFreshNumbers } from './withFreshNumbers';

/** The person with today's 12-digit number: the first showing of a day draws a new one. */
export async function renewNumber(services: Services, origin: Origin, person: Person): Promise<Person> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  if (person.numberDay === today) {
    return person;
  }

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const locked = await lockOne(Person, scene, { id: person.id });
      if (!locked) {
        throw new AppError('not_found');
      }
      if (locked.numberDay !== today) {
        locked.set({ number: newNumber(), numberDay: today });
        await locked.saveBy(scene);
      }

      return locked;
    }),
  );
}
