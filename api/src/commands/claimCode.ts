import type { z } from 'zod';

import type { claimRequest } from '@anxing/contract/me';

import { AppError, InvalidInput } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { Person } from '../models/person';
import { findPlaceOfPoster } from './findPlace';
import { giveCode } from './giveCode';
import { knowsDivision } from './pointFaults';
import { withFreshNumbers } from './withFreshNumbers';

type ClaimInput = z.output<typeof claimRequest>;

/** Where a poster in force hangs, no closer than the county; any other says nothing, and stops no claim. */
async function countyOfPoster(services: Services, text: string): Promise<string | undefined> {
  try {
    const { point } = await findPlaceOfPoster(services, text);

    return knowsDivision(services.config, point.division) ? point.division.slice(0, 6) : undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'poster_refused') {
      return undefined;
    }
    throw error;
  }
}

async function placeOfClaim(
  services: Services,
  { division, poster }: ClaimInput,
): Promise<string | undefined> {
  if (division !== undefined && !knowsDivision(services.config, division)) {
    throw new InvalidInput({ division: 'division' });
  }
  if (division !== undefined || poster === undefined) {
    return division;
  }

  return countyOfPoster(services, poster);
}

/**
 * Claims the code, one tap: a reference, a number, and the place of the first claim: where the person says to be, or else
 * where the poster hangs that led here. Doing it again changes nothing.
 * @throws invalid_input for an unknown division
 */
export async function claimCode(
  services: Services,
  origin: Origin,
  personId: string,
  input: ClaimInput,
): Promise<Person> {
  const division = await placeOfClaim(services, input);

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
