import { breathe } from '../base/breathe';
import { firstIdOf, idToBytes } from '../base/ids';
import { writeAs, type Services } from '../context';
import { hourMs } from '../flow/countFlow';
import { keyOf } from '../storage/bytes';
import { systemActor } from '../storage/scene';

const dayMs = 86_400_000;
/** Rows share their first key column with a few others at most: some milliseconds of SQLite. */
const slice = 100;

/** Rows of a table that are over their time. */
interface Overdue {
  table: string;
  /** The first column of the key. */
  lead: string;
  where: string;
  value: unknown;
}

/** Deletes the rows of some keys. @returns how many there were */
function deleteRows({ database }: Services, { table, lead, where, value }: Overdue, keys: unknown[]) {
  const condition = `${lead} IN (?) AND ${where}`;

  return database.write(async (tx) => {
    const find = `SELECT COUNT(*) AS found FROM ${table} WHERE ${condition}`;
    const [row] = await database.select(find, [keys, value], tx);
    await database.execute(`DELETE FROM ${table} WHERE ${condition}`, [keys, value], tx);

    return Number(row?.found);
  });
}

/** Keys with something to delete, a few at a time, until there are none. */
async function* overdueKeys({ database }: Services, { table, lead, where, value }: Overdue) {
  const find = `SELECT DISTINCT ${lead} AS lead FROM ${table} WHERE ${where} LIMIT ?`;
  for (;;) {
    const rows = await database.select(find, [value, slice]);
    if (rows.length === 0) {
      return;
    }
    yield rows.map((row) => keyOf(row.lead));
  }
}

/** Every point: a look at each is quicker than one for the hours of all. */
async function* allPoints({ database }: Services) {
  for (let after = ''; ;) {
    const rows = await database.select('SELECT id FROM points WHERE id > ? ORDER BY id LIMIT ?', [
      after,
      slice,
    ]);
    if (rows.length === 0) {
      return;
    }
    after = String(rows.at(-1)?.id);
    yield rows.map(({ id }) => idToBytes(String(id)));
  }
}

async function purge(services: Services, overdue: Overdue, keys: AsyncIterable<unknown[]>): Promise<void> {
  let found = 0;
  for await (const some of keys) {
    found += await deleteRows(services, overdue, some);
    await breathe();
  }
  if (found > 0) {
    const { table } = overdue;
    await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
      scene.events.push({ action: `${table}.purge`, target: table, details: { found } });
    });
  }
}

/** What else is over its time: stays that ended, looks at persons, messages, warnings, what other provinces said, and counts. */
export async function purgeOthers(services: Services): Promise<void> {
  const { passageDays, accessDays, messageDays, flowDays } = services.config.retention;
  const before = (days: number) => services.clock.now() - days * dayMs;
  const stays = { where: 'inside = 0 AND leaves_at < ?', value: before(passageDays) };
  const looks = { where: 'id < ?', value: idToBytes(firstIdOf(before(accessDays))) };
  const told = { where: 'id < ?', value: firstIdOf(before(messageDays)) };
  const over = { where: 'cleared_at IS NOT NULL AND id < ?', value: firstIdOf(before(flowDays)) };
  const said = { where: 'changed_at < ?', value: before(passageDays) };
  const hours = { where: 'hour < ?', value: Math.floor(before(flowDays) / hourMs) };
  for (const overdue of [
    { table: 'presences', lead: 'person_id', ...stays },
    { table: 'accesses', lead: 'id', ...looks },
    { table: 'messages', lead: 'id', ...told },
    { table: 'flow_warnings', lead: 'id', ...over },
    { table: 'national_codes', lead: 'id', ...said },
  ]) {
    await purge(services, overdue, overdueKeys(services, overdue));
  }
  for (const table of ['flow_counts', 'flow_samples']) {
    await purge(services, { table, lead: 'point_id', ...hours }, allPoints(services));
  }
}
