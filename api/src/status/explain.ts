import { limits } from '@anxing/contract/limits';

import { addDays, dayOf, dayOfNumber } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { withFeeds, type Verdict } from '../risk/assess';
import type { Fact } from '../risk/fact';
import { judgeFeeds } from '../risk/judgeFeeds';
import { deliveriesAt } from './deliveriesAt';
import { judgeKnown, needsOf, readKnown } from './judgePersons';
import { settingsAt, type SettingsThen } from './settingsAt';
import { readerOf } from './storedFacts';

/** What is no longer there although it may have counted. */
export interface Gap {
  subject: 'facts' | 'passages';
  /** YYYY-MM-DD: everything up to this day. */
  upTo: string;
  /** ms */
  purgedAt: number;
}

/** Somebody's colour at an instant, as it was known then, with everything that it came from. */
export interface Explanation {
  at: number;
  verdict: Verdict;
  ruleVersion: number;
  /** Colours, feeds and region levels as they were configured then. */
  settings: SettingsThen;
  /** Everything on record about the person then, also what did not count. */
  facts: readonly Fact[];
  /** What was purged since and may have counted: the answer may be another one than it was. */
  gaps: Gap[];
}

async function purgedUpTo(
  { database, clock }: Services,
  subject: Gap['subject'],
  day: string,
): Promise<Gap[]> {
  const [row] = await database.select(
    // What ended on the very day of the limit is still there.
    'SELECT day, done_at FROM purges WHERE subject = ? AND found > 0 AND day > ? ORDER BY day DESC LIMIT 1',
    [subject, Number(day.replaceAll('-', ''))],
  );

  return row
    ? [
        {
          subject,
          upTo: dayOfNumber(Number(row.day)),
          purgedAt: row.done_at === null ? clock.now() : Number(row.done_at),
        },
      ]
    : [];
}

/** Facts go by the day on which they ended; passages by their own. */
async function gapsOf(services: Services, at: number, hasRegions: boolean): Promise<Gap[]> {
  const day = dayOf(at, services.config.brand.zone);
  const facts = await purgedUpTo(services, 'facts', day);
  const earliest = addDays(day, -limits.regionDays - 1);
  const passages = hasRegions ? await purgedUpTo(services, 'passages', earliest) : [];

  return [...facts, ...passages];
}

function onRecord({ recordedFrom, recordedUntil }: Fact, at: number): boolean {
  return recordedFrom <= at && (recordedUntil === null || recordedUntil > at);
}

/**
 * Works out somebody's colour of any instant from what was on record at that instant, the rules that were in force and
 * what was configured: however often it is asked, and whatever came later, the answer is the same as it was. Of what
 * retention has purged it says so. @param at ms
 */
export async function explainPerson(services: Services, person: Person, at: number): Promise<Explanation> {
  const { database } = services;
  const rules = await services.rules.at(at);
  const settings = await settingsAt(services, at);
  const { colours, feedRules, regionLevels } = settings;
  const then: Services = { ...services, colours, feedRules, regionLevels };
  const known = await readKnown(then, readerOf(database), {
    persons: [person],
    rules: [rules],
    now: at,
    knownAt: at,
  });
  if (known.unreadable.has(person.id)) {
    throw new Error('the document of this person cannot be opened');
  }
  const byFacts = judgeKnown(then, known, person.id, { rules, now: at, knownAt: at });
  const feeds = judgeFeeds(await deliveriesAt(database, at), feedRules, at);

  return {
    at,
    verdict: withFeeds(byFacts, feeds, colours),
    ruleVersion: rules.version,
    settings,
    facts: (known.facts.get(person.id) ?? []).filter((fact) => onRecord(fact, at)),
    gaps: await gapsOf(services, at, needsOf(rules).regions),
  };
}
