import { limits } from '@anxing/contract/limits';

import { addDays, dayOf } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { readerOf, readFacts, type StoredFact } from './storedFacts';

export const testSource = 'tests';

function isInForce({ recordedFrom, validFrom, validUntil }: StoredFact, now: number): boolean {
  return recordedFrom <= now && validFrom <= now && (validUntil === null || now < validUntil);
}

/** What is on record about a person. */
export async function openFactsOf(
  { database }: Pick<Services, 'database'>,
  { identityIndex }: Pick<Person, 'identityIndex'>,
  now: number,
): Promise<StoredFact[]> {
  const facts = await readFacts(database, readerOf(database), { subjects: [identityIndex], openAt: now });

  return facts.get(identityIndex) ?? [];
}

/** The test results of the last days among a person's facts that are in force now, the newest first. */
export function testResultsAmong(
  { config }: Pick<Services, 'config'>,
  facts: readonly StoredFact[],
  now: number,
): StoredFact[] {
  const earliest = addDays(dayOf(now, config.brand.zone), -limits.testResultDays);

  return facts
    .filter(({ source, date }) => source === testSource && date >= earliest)
    .filter((fact) => isInForce(fact, now))
    .sort((one, other) => other.validFrom - one.validFrom || other.recordedFrom - one.recordedFrom);
}

/** A person's test results of the last days that are in force now, the newest first. */
export async function testResultsOf(
  services: Services,
  person: Pick<Person, 'identityIndex'>,
  now: number,
): Promise<StoredFact[]> {
  return testResultsAmong(services, await openFactsOf(services, person, now), now);
}
