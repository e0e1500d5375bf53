import { limits } from '@anxing/contract/limits';

import { addDays, dayOf } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { readerOf, readFacts, type StoredFact } from './storedFacts';

export const testSource = 'tests';

function isInForce({ recordedFrom, validFrom, validUntil }: StoredFact, now: number): boolean {
  return recordedFrom <= now && validFrom <= now && (validUntil === null || now < validUntil);
}

/** A person's test results of the last days that are in force now, the newest first. */
export async function testResultsOf(
  { database, config }: Services,
  { identityIndex }: Pick<Person, 'identityIndex'>,
  now: number,
): Promise<StoredFact[]> {
  const earliest = addDays(dayOf(now, config.brand.zone), -limits.testResultDays);
  const facts = await readFacts(database, readerOf(database), { subjects: [identityIndex], openAt: now });

  return (facts.get(identityIndex) ?? [])
    .filter(({ source, date }) => source === testSource && date >= earliest)
    .filter((fact) => isInForce(fact, now))
    .sort((one, other) => other.validFrom - one.validFrom || other.recordedFrom - one.recordedFrom);
}
