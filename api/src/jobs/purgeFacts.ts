import { createHash } from 'node:crypto';

import { isRegionCondition } from '@anxing/contract/riskRules';

import { breathe } from '../base/breathe';
import { addDays, dayOf, startOfDay } from '../base/days';
import { writeAs, type Services } from '../context';
import type { RiskRules, RuleCondition } from '../risk/rules';
import { screeningSource } from '../risk/screening/screeningRules';
import type { Row } from '../storage/database';
import { systemActor } from '../storage/scene';
import { idleLifts, liftedSources } from './idleLifts';

const atOnce = { sqlite: 200, mysql: 2_000 };

/** Days that records must be kept at least beyond the longest that a rule counts. */
const reserveDays = 31;

/** Rows of one batch, or of the registers from which facts are derived. */
const tables = ['facts', 'register_rows'] as const;
type Table = (typeof tables)[number];

/** Kinds that count as long as they are valid: their age alone never ends them. */
function lastingKinds(versions: readonly RiskRules[]): Set<string> {
  const rules = versions.flatMap((version) => version.rules);
  const conditions = rules.flatMap(({ when }) => when);
  const names = conditions.flatMap((condition) =>
    !isRegionCondition(condition) && condition.lasts === 'whileValid'
      ? condition.kinds.map((kind) => `${condition.source} ${kind}`)
      : [],
  );
  // What lifts a reason may do so without an end.
  const lifting = rules.flatMap(({ exemptions }) =>
    exemptions.flatMap(({ source, kinds, maxAgeDays }) =>
      maxAgeDays === null ? kinds.map((kind) => `${source} ${kind}`) : [],
    ),
  );

  return new Set([...names, ...lifting]);
}

function daysOf(condition: RuleCondition): number {
  if (isRegionCondition(condition)) {
    return condition.days;
  }

  return condition.lasts === 'whileValid' ? 0 : condition.lasts.days + condition.minAgeDays;
}

/** How far back any rule looks that is in force or will be. */
function longestDays(versions: readonly RiskRules[]): number {
  const rules = versions.flatMap((version) => version.rules);
  const counting = rules.flatMap(({ when }) => when.map(daysOf));
  const lifting = rules.flatMap(({ exemptions }) =>
    exemptions.map(({ maxAgeDays, daysAfter }) => (maxAgeDays ?? 0) + daysAfter),
  );

  return Math.max(0, ...counting, ...lifting);
}

/** What tells whether a row is over its time. */
interface Limit {
  /** YYYY-MM-DD, and its first instant (ms): what ended before goes. */
  day: string;
  before: number;
  /** Numbers of the batches that were in force by then: what they closed goes. */
  batches: ReadonlySet<number>;
  /** `source kind` of records that go by their age; none while a rule looks back nearly as far. */
  passing: ReadonlySet<string>;
  /** Sources of the reasons that a lift takes away, by its kind. */
  liftedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

async function limitOf(services: Services, day: string): Promise<Limit> {
  const { feedRules, config, clock, database } = services;
  const before = startOfDay(day, config.brand.zone);
  const rules = await services.rules.from(clock.now());
  const lasting = lastingKinds(rules);
  const isLongEnough = config.retention.factDays >= longestDays(rules) + reserveDays;
  const kinds = feedRules.flatMap((feed) => feed.kinds.map(({ id }) => `${feed.source} ${id}`));
  const journeys = feedRules
    .filter(({ target }) => target === 'journeys')
    .flatMap((feed) => feed.kinds.map(({ id }) => `${feed.source} ${id}`));
  const aged = isLongEnough ? kinds.filter((kind) => !lasting.has(kind)) : journeys;
  const standing = new Set(
    feedRules
      .filter(({ source, target }) => target === 'households' || source === screeningSource)
      .map(({ source }) => source),
  );
  const rows = await database.read('SELECT number FROM feed_batches WHERE in_force_at < ?', [before]);

  return {
    day,
    before,
    batches: new Set(rows.map(({ number }) => Number(number))),
    // A household and a place on a list are no events: they go when they are withdrawn.
    passing: new Set(aged.filter((kind) => !standing.has(kind.split(' ')[0] ?? ''))),
    liftedBy: liftedSources(rules),
  };
}

function isOver(row: Row, { day, before, batches, passing }: Limit): boolean {
  const isClosed = row.closed_by !== null && batches.has(Number(row.closed_by));
  const hasEnded = row.valid_until !== null && Number(row.valid_until) < before;
  const isAged = passing.has(`${String(row.source)} ${String(row.kind)}`) && String(row.date) < day;

  return isClosed || hasEnded || isAged;
}

/** Rows as they are read for a purge. */
const purgedColumns = 'line, subject_index, source, kind, date, valid_until, closed_by, row_key';

interface Page {
  /** The line after which the next page begins; none at the end. */
  next: number | undefined;
}

/** What was purged, added up with the rows that go: whoever dies on the way leaves the right figures. */
function chained(digest: string, keys: readonly string[]): string {
  return createHash('sha256')
    .update([digest, ...keys].join(''))
    .digest('hex');
}

interface Purging {
  day: string;
  limit: Limit;
}

function purgePage(
  services: Services,
  { day, limit }: Purging,
  table: Table,
  { batch, line }: { batch: number; line: number },
): Promise<Page> {
  const { database } = services;
  const size = atOnce[database.dialect];

  return database.bulk(async (link) => {
    const rows = await link.select(
      `SELECT ${purgedColumns} FROM ${table} WHERE batch = ? AND line > ? ORDER BY line LIMIT ?`,
      [batch, line, size],
    );
    const idle = table === 'facts' ? await idleLifts(link, rows, { ...limit, batch }) : new Set<Row>();
    const over = rows.filter((row) => isOver(row, limit) || idle.has(row));
    if (over.length > 0) {
      const lines = over.map((row) => Number(row.line));
      const keys = over.map((row) => Buffer.from(row.row_key as Uint8Array).toString('hex'));
      const [noted] = await link.select(
        `SELECT digest FROM purges WHERE subject = 'facts' AND day = ?${database.forUpdate}`,
        [numberOf(day)],
      );
      await link.execute(`DELETE FROM ${table} WHERE batch = ? AND line IN (?)`, [batch, lines]);
      await link.execute('DELETE FROM seal_places WHERE batch = ? AND line IN (?)', [batch, lines]);
      await link.execute(
        "UPDATE purges SET found = found + ?, digest = ? WHERE subject = 'facts' AND day = ?",
        [over.length, chained(String(noted?.digest ?? ''), keys), numberOf(day)],
      );
    }

    return { next: rows.length < size ? undefined : Number(rows.at(-1)?.line) };
  });
}

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Notes that a day is being purged, before anything goes. @returns whether it is done already */
function begin({ database }: Services, day: string): Promise<boolean> {
  return database.write(async (tx) => {
    await database.execute(
      "INSERT INTO purges (subject, day, state, found, digest) VALUES ('facts', ?, 'counting', 0, '')" +
        database.onDuplicate(['subject', 'day'], 'day = new.day'),
      [numberOf(day)],
      tx,
    );
    const [row] = await database.select(
      "SELECT state FROM purges WHERE subject = 'facts' AND day = ?",
      [numberOf(day)],
      tx,
    );

    return row?.state === 'done';
  });
}

function end(services: Services, day: string): Promise<void> {
  const { database } = services;

  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    await database.execute(
      "UPDATE purges SET state = 'done', remaining = 0, announced_at = ?, done_at = ? WHERE subject = 'facts' AND day = ?",
      [scene.now, scene.now, numberOf(day)],
      scene.tx,
    );
    const [row] = await database.select(
      "SELECT found, digest FROM purges WHERE subject = 'facts' AND day = ?",
      [numberOf(day)],
      scene.tx,
    );
    const details = { found: Number(row?.found), digest: String(row?.digest) };
    scene.events.push({ action: 'facts.purge', target: day, details });
  });
}

/** The next batch that has rows left. */
async function batchAfter({ database }: Services, table: Table, batch: number): Promise<number | undefined> {
  const [row] = await database.read(`SELECT MIN(batch) AS batch FROM ${table} WHERE batch > ?`, [batch]);

  return row?.batch === null || row === undefined ? undefined : Number(row.batch);
}

async function purgeBatch(services: Services, purging: Purging, table: Table, batch: number): Promise<void> {
  let line: number | undefined = 0;
  while (line !== undefined) {
    const page: Page = await purgePage(services, purging, table, { batch, line });
    line = page.next;
    await breathe();
  }
}

/**
 * Lets go records of the feeds whose time is over, once a day: they ended, were closed, or are too old to count, longer
 * ago than retention allows. The audit chain holds how many, and a digest over their keys.
 */
export async function purgeFacts(services: Services): Promise<void> {
  const { clock, config } = services;
  const day = addDays(dayOf(clock.now(), config.brand.zone), -config.retention.factDays);
  if (await begin(services, day)) {
    return;
  }
  const purging = { day, limit: await limitOf(services, day) };
  for (const table of tables) {
    for (
      let batch = await batchAfter(services, table, 0);
      batch !== undefined;
      batch = await batchAfter(services, table, batch)
    ) {
      if (purging.limit.batches.has(batch)) {
        await purgeBatch(services, purging, table, batch);
      }
    }
  }
  await end(services, day);
}
