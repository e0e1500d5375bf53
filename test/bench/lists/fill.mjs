import { Readable } from 'node:stream';

import { makeLines, sizes } from './invented.mjs';

const dayMs = 86_400_000;
const chunk = 5_000;

const columns =
  'day, @id, kind, direction, at, received_at, @person, @unit, @point, division, colour, decision, why, ' +
  'temperature, mask, @staff, counted, @hash, name_index';
const bytes =
  'id = UNHEX(@id), person_id = UNHEX(@person), unit_id = UNHEX(@unit), point_id = UNHEX(@point), ' +
  'staff_id = UNHEX(@staff), request_hash = UNHEX(@hash)';

function dayNumberIn(zone, at) {
  return Number(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at).replaceAll('-', ''));
}

/** `KEY name (…)` of the table as it was migrated: indexes are quicker made when all rows are there. */
async function keysOf(connection) {
  const [[row]] = await connection.query('SHOW CREATE TABLE passages');

  return [...row['Create Table'].matchAll(/^ {2}KEY (`\w+`) (\(.*\)),?$/gm)].map(([, name, parts]) => ({
    name,
    parts,
  }));
}

function* linesOf(make, day, perDay) {
  for (let from = 0; from < perDay; from += chunk) {
    yield make(day, from, Math.min(chunk, perDay - from), perDay);
  }
}

/** One statement for each day. */
async function load(connection, { rows, first, zone }) {
  const days = Array.from({ length: sizes.days }, (_, day) => dayNumberIn(zone, first + day * dayMs));
  const make = makeLines(first, (day) => days[day]);
  for (let day = 0; day < sizes.days; day += 1) {
    await connection.query({
      sql: `LOAD DATA LOCAL INFILE 'invented' INTO TABLE passages CHARACTER SET ascii (${columns}) SET ${bytes}`,
      infileStreamFactory: () => Readable.from(linesOf(make, day, Math.ceil(rows / sizes.days))),
    });
  }
}

/**
 * Fills the passages of an empty database: `rows` of them over 31 days from `first` (ms).
 * @returns seconds that the rows and the indexes took
 */
export async function fill(connection, wanted) {
  const keys = await keysOf(connection);
  await connection.query(`ALTER TABLE passages ${keys.map(({ name }) => `DROP KEY ${name}`).join(', ')}`);
  const start = Date.now();
  await load(connection, wanted);
  const loaded = Date.now();
  await connection.query(
    `ALTER TABLE passages ${keys.map(({ name, parts }) => `ADD KEY ${name} ${parts}`).join(', ')}`,
  );
  await connection.query('ANALYZE TABLE passages');

  return { load: (loaded - start) / 1000, index: (Date.now() - loaded) / 1000 };
}
