import { AppError, InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { giveCode } from './giveCode';
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
      await giveCode(services, scene, person, division);

      return person;
    }),
  );
}
