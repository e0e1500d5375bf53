import { newId } from '../../../base/ids';
import type { Services } from '../../../context';
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

function says({ colour, reasons, until, verdict, text }: Outcome): boolean {
  return colour === verdict.colour && reasons === text && until === verdict.until;
}

/** Those of whom only the version of the rules is another one, in one statement. */
async function keepVersion(link: Link, outcomes: readonly Outcome[], version: number): Promise<void> {
  const ids = outcomes.map(({ person }) => person.id);
  if (ids.length > 0) {
    await link.execute('UPDATE persons SET rule_version = ? WHERE id IN (?)', [version, ids]);
  }
}

async function keepVerdicts(
  link: Link,
  outcomes: readonly Outcome[],
  { version, now }: { version: number; now: number },
): Promise<void> {
  for (const { person, colour, verdict, text } of outcomes) {
    const since = colour === verdict.colour ? null : now;
    await link.execute(
      'UPDATE persons SET colour = ?, colour_since = COALESCE(?, colour_since), reasons = ?, rule_version = ?, ' +
        'colour_until = ? WHERE id = ?',
      [verdict.colour, since, text, version, verdict.until, person.id],
    );
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

/** Judges people anew within a transaction that holds their rows; who has another colour is told. */
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

    return verdict ? [{ ...one, verdict, text: JSON.stringify(verdict.reasons) }] : [];
  });
  const other = outcomes.filter((outcome) => !says(outcome));
  const older = outcomes.filter((outcome) => says(outcome) && outcome.ruleVersion !== rules.version);
  const changed = other.filter(({ colour, verdict }) => colour !== verdict.colour);
  await keepVersion(link, older, rules.version);
  await keepVerdicts(link, other, { version: rules.version, now });
  await tell(services, link, changed, now);
  const written = [...older, ...other].map(({ person }) => person.id);

  return { written, changed: changed.length, events: eventsOf(changed, written.length, rules.version) };
}
