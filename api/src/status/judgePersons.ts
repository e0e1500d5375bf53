import { birthDateOf } from '@anxing/contract/idNumber';
import { isRegionCondition } from '@anxing/contract/riskRules';

import { startOfDay } from '../base/days';
import { fullName } from '../base/divisions';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import type { Fact } from '../risk/fact';
import { judgeFacts, type FactsVerdict } from '../risk/judgeFacts';
import { regionFact, type RegionStay } from '../risk/regionFacts';
import { levelNamed } from '../risk/regionLevels';
import type { RiskRules } from '../risk/rules';
import type { Link } from '../storage/link';
import { staysOf } from './regionStays';
import { readFacts } from './storedFacts';

/** What has to be known of somebody to be judged. */
export type Judged = Pick<
  Person,
  'id' | 'identityIndex' | 'idType' | 'idNumber' | 'claimDivision' | 'claimedAt'
>;

/** Who is judged, by what, and of when. */
export interface Judging {
  persons: readonly Judged[];
  rules: RiskRules;
  /** ms */
  now: number;
  /** ms: as it was known then, whatever came later. Left out: as it is known now. */
  knownAt?: number;
}

/** Whether any rule asks where people were, or how old they are: it is looked up only then. */
export function needsOf({ rules }: RiskRules): { regions: boolean; ages: boolean } {
  const enabled = rules.filter((rule) => rule.enabled);

  return {
    regions: enabled.some(({ when }) => when.some(isRegionCondition)),
    ages: enabled.some(({ ages }) => ages !== undefined),
  };
}

/** YYYY-MM-DD; null for documents that do not tell it. */
export function birthDateIn({ vault }: Services, person: Judged): string | null {
  if (person.idType !== 'resident') {
    return null;
  }

  return birthDateOf(openField(vault, 'persons', 'id_number', person, person.idNumber)) ?? null;
}

/** What is known of people, read once: several sets of rules can be held against it. */
export interface Known {
  /** Facts by person id, stays in regions among them. */
  facts: ReadonlyMap<string, readonly Fact[]>;
  birthDates: ReadonlyMap<string, string | null>;
}

export interface Reading {
  persons: readonly Judged[];
  /** Every set of rules that will be held against it. */
  rules: readonly RiskRules[];
  /** ms */
  now: number;
  /** ms: as it was known then. */
  knownAt?: number;
}

function staysAsFacts({ config, regionLevels }: Services, stays: readonly RegionStay[]): Fact[] {
  return stays.map((stay) =>
    regionFact(stay, {
      since: startOfDay(stay.date, config.brand.zone),
      division: fullName(config.divisions, stay.division),
      level: levelNamed(regionLevels, stay.level).name,
    }),
  );
}

type Reader = Pick<Link, 'select'>;

/** Reads what the rules ask for, and nothing else. */
export async function readKnown(
  services: Services,
  reader: Reader,
  { persons, rules, now, knownAt }: Reading,
): Promise<Known> {
  const needs = rules.map(needsOf);
  const subjects = persons.map(({ identityIndex }) => identityIndex);
  const openAt = knownAt === undefined ? now : undefined;
  const bySubject = await readFacts(
    services.database,
    reader,
    openAt === undefined ? { subjects } : { subjects, openAt },
  );
  const hasRegions = needs.some(({ regions }) => regions);
  const stays = hasRegions ? await staysOf(services, persons, { now, knownAt, reader }) : undefined;
  const hasAges = needs.some(({ ages }) => ages);

  return {
    facts: new Map(
      persons.map(({ id, identityIndex }) => {
        const own = bySubject.get(identityIndex) ?? [];
        const there = stays?.get(id);

        return [id, there ? [...own, ...staysAsFacts(services, there)] : own];
      }),
    ),
    birthDates: new Map(hasAges ? persons.map((person) => [person.id, birthDateIn(services, person)]) : []),
  };
}

/** What a set of rules says of somebody of whom this is known. */
export function judgeKnown(
  { feedRules, colours, config }: Services,
  known: Known,
  personId: string,
  { rules, now, knownAt }: Pick<Judging, 'rules' | 'now' | 'knownAt'>,
): FactsVerdict {
  return judgeFacts({
    facts: known.facts.get(personId) ?? [],
    rules,
    feedRules,
    colours,
    now,
    zone: config.brand.zone,
    birthDate: known.birthDates.get(personId) ?? null,
    ...(knownAt === undefined ? {} : { knownAt }),
  });
}

/** What the facts say of people, by person id. */
export async function judgePersons(
  services: Services,
  reader: Reader,
  { persons, ...judging }: Judging,
): Promise<Map<string, FactsVerdict>> {
  if (persons.length === 0) {
    return new Map();
  }
  const known = await readKnown(services, reader, { ...judging, persons, rules: [judging.rules] });

  return new Map(persons.map(({ id }) => [id, judgeKnown(services, known, id, judging)]));
}
