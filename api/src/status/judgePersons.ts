import { birthDateOf } from '@anxing/contract/idNumber';
import { isRegionCondition } from '@anxing/contract/riskRules';

import { breathe } from '../base/breathe';
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
function birthDateIn({ vault }: Services, person: Judged): string | null {
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
  /** Whose document cannot be opened, though the rules ask what it says: nothing may be said of them. */
  unreadable: ReadonlySet<string>;
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
  const { zone } = config.brand;

  return stays.map((stay) =>
    regionFact(stay, {
      since: startOfDay(stay.date, zone),
      until: stay.levelEnds === null ? null : startOfDay(stay.levelEnds, zone),
      division: fullName(config.divisions, stay.division),
      level: levelNamed(regionLevels, stay.level).name,
    }),
  );
}

type Reader = Pick<Link, 'select'>;

interface Births {
  birthDates: Map<string, string | null>;
  unreadable: Set<string>;
}

/** What has gone wrong with one person's document is nothing that the others should wait for. */
function birthsOf(services: Services, persons: readonly Judged[]): Births {
  const births: Births = { birthDates: new Map(), unreadable: new Set() };
  for (const person of persons) {
    try {
      births.birthDates.set(person.id, birthDateIn(services, person));
    } catch (error) {
      births.unreadable.add(person.id);
      services.logger.error({ err: error, person: person.id }, 'a document cannot be opened');
    }
  }

  return births;
}

/** Reads what the rules ask for, and nothing else. */
export async function readKnown(
  services: Services,
  reader: Reader,
  { persons, rules, now, knownAt }: Reading,
): Promise<Known> {
  const needs = rules.map(needsOf);
  const subjects = persons.map(({ identityIndex }) => identityIndex);
  const openAt = knownAt === undefined ? now : undefined;
  const hasRegions = needs.some(({ regions }) => regions);
  const [bySubject, stays] = await Promise.all([
    readFacts(services.database, reader, openAt === undefined ? { subjects } : { subjects, openAt }),
    hasRegions ? staysOf(services, persons, { now, knownAt, isShown: true, reader }) : undefined,
  ]);
  const facts = new Map(
    persons.map(({ id, identityIndex }) => {
      const own = bySubject.get(identityIndex) ?? [];
      const there = stays?.get(id);

      return [id, there ? [...own, ...staysAsFacts(services, there)] : own];
    }),
  );
  const hasAges = needs.some(({ ages }) => ages);
  // Of whom nothing is known, nothing is held against an age.
  const aged = hasAges ? persons.filter(({ id }) => (facts.get(id) ?? []).length > 0) : [];

  return { facts, ...birthsOf(services, aged) };
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

/** So many are judged in a millisecond or two; then somebody else has a turn. */
const judgedAtOnce = 25;

/** What the facts say of people, by person id; whose document cannot be opened is not among them. */
export async function judgePersons(
  services: Services,
  reader: Reader,
  { persons, ...judging }: Judging,
): Promise<Map<string, FactsVerdict>> {
  if (persons.length === 0) {
    return new Map();
  }
  const known = await readKnown(services, reader, { ...judging, persons, rules: [judging.rules] });

  const verdicts = new Map<string, FactsVerdict>();
  for (const { id } of persons.filter((person) => !known.unreadable.has(person.id))) {
    verdicts.set(id, judgeKnown(services, known, id, judging));
    if (verdicts.size % judgedAtOnce === 0) {
      await breathe();
    }
  }

  return verdicts;
}
