import type { Services } from '../../../context';
import type { RiskRules } from '../../../risk/rules';
import { verdictWithoutFacts } from '../../../status/withoutFacts';
import type { Change } from '../../../storage/bus';
import type { Link } from '../../../storage/link';
import { appendEvents, changesAfter } from './afterSlice';
import { isOvertaken, noteBegun, noteJudged } from './judgedRules';
import { judgeSlice } from './judgeSlice';
import { nextPersons, type NextPersons } from './nextPersons';
import { leaseMs, type Claim } from './recomputeLease';

/** Somebody else has taken the run over, or it is done. */
class RunLost extends Error {}

interface SliceDone {
  /** How many people it is past. */
  passed: number;
  /** Where the run stands behind it; undefined at the end. */
  position: string | undefined;
  changes: Change[];
}

async function confirmHeld({ database }: Services, link: Link, { id, holder }: Claim): Promise<void> {
  const [row] = await link.select(
    `SELECT id FROM recomputes WHERE id = ? AND holder = ? AND state = 'running'${database.forUpdate}`,
    [id, holder],
  );
  if (!row) {
    throw new RunLost();
  }
}

const nobody: NextPersons = { persons: [], passed: 0, position: undefined };

const nothingEnded = { events: [], changes: [] };

interface Moment {
  rules: RiskRules;
  now: number;
}

/**
 * Who is next, with the rules by which to judge them. Time and rules are asked for once the rows are held: whoever held
 * them before may have judged by rules that have taken force in the meantime.
 */
async function holdNext(services: Services, link: Link, claim: Claim, size: number) {
  const { database, clock, rules: book } = services;
  const before = clock.now();
  const withoutFacts = await verdictWithoutFacts(services, { rules: await book.at(before), now: before });
  const next = await nextPersons(database, link, { ...claim, size, withoutFacts });
  const now = clock.now();
  const rules = await book.within(link, now);

  return { next: (await isOvertaken(services, claim, rules, now)) ? nobody : next, rules, now };
}

async function noteProgress(
  link: Link,
  { id }: Claim,
  { passed, position }: NextPersons,
  { changed, now }: { changed: number; now: number },
): Promise<void> {
  const isDone = position === undefined;
  await link.execute(
    'UPDATE recomputes SET position = ?, done = done + ?, changed = changed + ?, state = ?, ' +
      'lease_until = ?, finished_at = ? WHERE id = ?',
    [position ?? '', passed, changed, isDone ? 'done' : 'running', now + leaseMs, isDone ? now : null, id],
  );
}

/** What it came to, for whoever sees the batch. */
async function noteInBatch(link: Link, { id, cause, subject }: Claim): Promise<void> {
  if (cause === 'batch') {
    await link.execute(
      'UPDATE feed_batches SET changed_people = (SELECT changed FROM recomputes WHERE id = ?) WHERE number = ?',
      [id, Number(subject)],
    );
  }
}

function isFor({ cause, subject }: Claim, { version }: RiskRules): boolean {
  return cause === 'rules' && subject === String(version);
}

/** With the first people the version counts for whoever judges after them. */
async function noteBeginning(link: Link, claim: Claim, { rules, now }: Moment): Promise<void> {
  if (isFor(claim, rules) && claim.position === '') {
    await noteBegun(link, rules.version, now);
  }
}

/** At the end of a run for the rules in force whatever is stored holds by them. */
async function noteInRules(link: Link, claim: Claim, { rules, now }: Moment): Promise<Change[]> {
  return isFor(claim, rules) ? noteJudged(link, rules.version, now) : [];
}

/** What looks found where somebody was holds no more when everybody was judged by where they were. */
function lookedElsewhere({ cause, subject }: Claim): Change[] {
  return cause === 'regions' ? [{ table: 'region_periods', id: subject }] : [];
}

async function noteEnd(link: Link, claim: Claim, moment: Moment) {
  await noteInBatch(link, claim);
  const judged = await noteInRules(link, claim, moment);
  const events = judged.map(({ id }) => ({
    action: 'rules.judged',
    target: id,
    details: { version: moment.rules.version },
  }));

  return { events, changes: [...judged, ...lookedElsewhere(claim)] };
}

/** One slice: the people and where the run stands are written together, so that nobody is left out or told twice. */
export function performSlice(services: Services, claim: Claim, size: number): Promise<SliceDone> {
  return services.database.bulk(async (link) => {
    await confirmHeld(services, link, claim);
    const { next, rules, now } = await holdNext(services, link, claim, size);
    const { passed, position } = next;
    await noteBeginning(link, claim, { rules, now });
    const { changed, events, ...slice } = await judgeSlice(services, link, next.persons, { rules, now });
    await noteProgress(link, claim, next, { changed, now });
    const end = position === undefined ? await noteEnd(link, claim, { rules, now }) : nothingEnded;
    await appendEvents(services, link, [...events, ...end.events], now);

    return { position, passed, changes: [...changesAfter(claim.cause, slice), ...end.changes] };
  });
}

/** Whether it ended because somebody else goes on with it. */
export function isRunLost(error: unknown): boolean {
  return error instanceof RunLost;
}
