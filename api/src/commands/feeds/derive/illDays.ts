import { overrideSource } from '@anxing/contract/riskRules';

import { addDays, dayOf } from '../../../base/days';
import type { Services } from '../../../context';
import type { Fact } from '../../../risk/fact';
import type { RiskRules } from '../../../risk/rules';
import { covers, heldFacts, lifts, meets } from '../../../risk/spans';
import { readerOf, readFacts } from '../../../status/storedFacts';
import type { NextChange } from './nextChange';

/** Days before the case was found in which others may have caught it (seed 002: the last 14 days). */
const daysBefore = 14;

const casesAtOnce = 100;
const cases = 'cases';

/** Days (YYYY-MM-DD) in which somebody can pass the illness on; no last one while the case is open. */
export interface IllDays {
  first: string;
  last: string | null;
}

export function isWithin(date: string, { first, last }: IllDays): boolean {
  return date >= first && (last === null || date <= last);
}

const subjectSql =
  "SELECT f.subject_index AS subject FROM facts f JOIN feed_batches b ON b.number = f.batch LEFT JOIN feed_batches c ON c.number = f.closed_by WHERE f.source = 'cases' AND b.in_force_at IS NOT NULL AND c.in_force_at IS NULL AND f.subject_index > ? GROUP BY f.subject_index ORDER BY f.subject_index LIMIT ?";

/** What cases are held against. */
interface Weighing {
  zone: string;
  rules: RiskRules;
  next: NextChange;
}

/** Whether two people lifted a case: by the exemptions of every rule that is about it, also of one that is off. */
function isLifted(fact: Fact, all: readonly Fact[], { zone, rules, next }: Weighing): boolean {
  const decided = heldFacts(all.filter(({ source }) => source === overrideSource));
  const about = rules.rules.filter((rule) => rule.when.some((condition) => meets(condition, fact)));
  const spans = about.map((rule) => lifts(rule, fact, decided, zone));
  for (const { from, to } of spans.flat()) {
    next.note(from);
    next.note(to);
  }

  return spans.length > 0 && spans.every((some) => some.some((span) => covers(span, next.now)));
}

function illDaysOf({ date, validUntil }: Fact, zone: string): IllDays {
  return {
    first: addDays(date, -daysBefore),
    last: validUntil === null ? null : dayOf(validUntil - 1, zone),
  };
}

function weigh(facts: readonly Fact[], weighing: Weighing): IllDays[] {
  const open = facts.filter(({ source, recordedUntil }) => source === cases && recordedUntil === null);
  for (const { validUntil } of open) {
    weighing.next.note(validUntil);
  }

  return open
    .filter((fact) => !isLifted(fact, facts, weighing))
    .map((fact) => illDaysOf(fact, weighing.zone));
}

/** When whom of the cases on record could pass the illness on. In slices, by blind index. */
export async function* illDaysInTurn(
  { database, rules, config }: Services,
  next: NextChange,
): AsyncGenerator<Map<string, IllDays[]>> {
  // Another process may have approved a version a moment ago.
  await rules.reload();
  next.note(await rules.nextAfter(next.now));
  const weighing = { zone: config.brand.zone, rules: await rules.at(next.now), next };
  let after = '';
  for (;;) {
    const rows = await database.read(subjectSql, [after, casesAtOnce]);
    const subjects = rows.map(({ subject }) => String(subject));
    const facts = await readFacts(database, readerOf(database), { subjects, openAt: next.now });
    yield new Map(subjects.map((subject) => [subject, weigh(facts.get(subject) ?? [], weighing)]));
    const last = subjects.at(-1);
    if (last === undefined || subjects.length < casesAtOnce) {
      return;
    }
    after = last;
  }
}
