import { newId } from '../../../base/ids';
import type { Services } from '../../../context';
import { noReasons, notJudged } from '../../../models/person';
import type { FactsVerdict } from '../../../risk/judgeFacts';
import type { RiskRules } from '../../../risk/rules';
import { feedsNow } from '../../../status/currentStatus';
import { judgePersons, type Judged } from '../../../status/judgePersons';
import type { Row } from '../../../storage/database';
import type { Link } from '../../../storage/link';
import type { AuditEvent } from '../../../storage/scene';
import { colourMessage } from '../colourMessage';

/** What a slice did. */
export interface SliceResult {
  /** People whose row was written. */
  written: string[];
  /** People whose row says it already, though other rules have written it. */
  confirmed: string[];
  /** People who have another colour. */
  changed: number;
  events: AuditEvent[];
}

interface Held {
  person: Judged;
  colour: string;
  reasons: string;
  ruleVersion: number;
  until: number | null;
}

function toHeld(row: Row): Held {
  const claimedAt = row.claimed_at === null ? null : Number(row.claimed_at);
  const division = row.claim_division === null ? null : String(row.claim_division);

  return {
    person: {
      id: String(row.id),
      identityIndex: String(row.identity_index),
      idType: String(row.id_type),
      idNumber: String(row.id_number),
      claimedAt,
      claimDivision: division,
    },
    colour: String(row.colour),
    reasons: String(row.reasons),
    ruleVersion: Number(row.rule_version),
    until: row.colour_until === null ? null : Number(row.colour_until),
  };
}

/** Somebody with the verdict of now. */
interface Outcome extends Held {
  verdict: FactsVerdict;
  /** The reasons as they are stored. */
  text: string;
}

/** Most people have no reason. */
function textOf({ reasons }: FactsVerdict): string {
  return reasons.length === 0 ? noReasons : JSON.stringify(reasons);
}

function says({ colour, reasons, until, verdict, text }: Outcome): boolean {
  return colour === verdict.colour && reasons === text && until === verdict.until;
}

function isTurned({ colour, verdict }: Outcome): boolean {
  return colour !== verdict.colour;
}

function idsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ person }) => person.id);
}

/** Who was never judged and whose row says it already: from now on that counts as judged. */
async function keepVersion(link: Link, outcomes: readonly Outcome[], version: number): Promise<void> {
  const ids = idsOf(outcomes);
  if (ids.length > 0) {
    await link.execute('UPDATE persons SET rule_version = ? WHERE id IN (?)', [version, ids]);
  }
}

/** Of whom nothing can be said now nothing that was said before holds either: each look tries anew. */
async function voidVerdicts(link: Link, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) {
    await link.execute('UPDATE persons SET rule_version = ?, colour_until = NULL WHERE id IN (?)', [
      notJudged,
      ids,
    ]);
  }
}

/** So many rows in one statement: each finds its values by going through those of all. */
const rowsAtOnce = 50;

/** `CASE id WHEN ? THEN ? … END`, and what stands for the question marks. */
function byId(outcomes: readonly Outcome[], valueOf: (outcome: Outcome) => unknown) {
  return {
    sql: `CASE id${' WHEN ? THEN ?'.repeat(outcomes.length)} END`,
    values: outcomes.flatMap((outcome) => [outcome.person.id, valueOf(outcome)]),
  };
}

async function keepSome(link: Link, outcomes: readonly Outcome[], version: number): Promise<void> {
  const colour = byId(outcomes, ({ verdict }) => verdict.colour);
  const reasons = byId(outcomes, ({ text }) => text);
  const until = byId(outcomes, ({ verdict }) => verdict.until);
  await link.execute(
    `UPDATE persons SET colour = ${colour.sql}, reasons = ${reasons.sql}, colour_until = ${until.sql}, ` +
      'rule_version = ? WHERE id IN (?)',
    [...colour.values, ...reasons.values, ...until.values, version, idsOf(outcomes)],
  );
}

async function keepVerdicts(
  link: Link,
  outcomes: readonly Outcome[],
  { version, now }: { version: number; now: number },
): Promise<void> {
  for (let start = 0; start < outcomes.length; start += rowsAtOnce) {
    await keepSome(link, outcomes.slice(start, start + rowsAtOnce), version);
  }
  const turned = idsOf(outcomes.filter(isTurned));
  if (turned.length > 0) {
    await link.execute('UPDATE persons SET colour_since = ? WHERE id IN (?)', [now, turned]);
  }
}

async function tell(
  services: Services,
  link: Link,
  outcomes: readonly Outcome[],
  now: number,
): Promise<void> {
  if (outcomes.length === 0) {
    return;
  }
  const feeds = await feedsNow(services, now);
  const rows = outcomes
    .filter(({ person }) => person.claimedAt !== null)
    .map(({ person, verdict }) => {
      const { kind, title, body } = colourMessage(services, verdict, feeds);

      return [newId(now), person.id, kind, title, body, now];
    });
  await link.insert('messages (id, person_id, kind, title, body, at)', rows);
}

function eventsOf(changed: readonly Outcome[], written: number, version: number): AuditEvent[] {
  if (written === 0) {
    return [];
  }
  const each = changed.map(({ person, colour, verdict }) => ({
    action: 'persons.colour',
    target: person.id,
    details: { from: colour, to: verdict.colour, ruleVersion: version },
  }));

  return [
    { action: 'persons.recompute', target: 'persons', details: { written, ruleVersion: version } },
    ...each,
  ];
}

/**
 * Judges people anew within a transaction that holds their rows; who has another colour is told. A row that says it already
 * stays as it is, so that a version of the rules by which few have another colour writes few rows.
 */
export async function judgeSlice(
  services: Services,
  link: Link,
  rows: readonly Row[],
  { rules, now }: { rules: RiskRules; now: number },
): Promise<SliceResult> {
  const held = rows.map(toHeld);
  const persons = held.map(({ person }) => person);
  const verdicts = await judgePersons(services, link, { persons, rules, now });
  const outcomes = held.flatMap((one) => {
    const verdict = verdicts.get(one.person.id);

    return verdict ? [{ ...one, verdict, text: textOf(verdict) }] : [];
  });
  const unreadable = persons.map(({ id }) => id).filter((id) => !verdicts.has(id));
  const other = outcomes.filter((outcome) => !says(outcome));
  const same = outcomes.filter((outcome) => says(outcome) && outcome.ruleVersion !== rules.version);
  const unjudged = same.filter(({ ruleVersion }) => ruleVersion === notJudged);
  const confirmed = same.filter(({ ruleVersion }) => ruleVersion !== notJudged);
  const changed = other.filter(isTurned);
  await voidVerdicts(link, unreadable);
  await keepVersion(link, unjudged, rules.version);
  await keepVerdicts(link, other, { version: rules.version, now });
  await tell(services, link, changed, now);
  const written = [...unreadable, ...idsOf([...unjudged, ...other])];

  return {
    written,
    confirmed: idsOf(confirmed),
    changed: changed.length,
    events: eventsOf(changed, written.length, rules.version),
  };
}
