import { addDays, dayOfNumber } from '../../src/base/days';
import { DayPartitions, partitionSql } from '../../src/storage/dayPartitions';
import type { Database } from '../../src/storage/database';

/**
 * Kind and direction of a passage, and whether there is anything to be said of it: eight classes, so that what is rare
 * is found without looking at what is common. Green is the colour of nearly everybody.
 */
const notable = "decision <> 'allow' OR colour <> 'green' OR COALESCE(temperature, 0) >= 370";
export const classSql = `(kind + 2 * direction + 4 * (${notable}))`;

/** Every list reads one of these backwards and needs no row to leave one out: the columns that filters ask for are in it. */
export const indexes = {
  passages_by_person: 'person_id, at, id',
  passages_by_point: 'point_id, at, id, decision, colour, kind, direction, counted, temperature, staff_id',
  passages_by_unit: 'unit_id, class, at, id, decision, colour, counted, temperature, staff_id, point_id',
  passages_by_name: 'unit_id, name_index, at, id',
};

const former = [
  'passages_person_id_at',
  'passages_point_id_at',
  'passages_unit_id_at_id',
  'passages_unit_id_name_index_at',
];

const small = [
  'kind TINYINT NOT NULL',
  'direction TINYINT NOT NULL',
  'counted TINYINT NOT NULL',
  'mask TINYINT',
  'temperature SMALLINT',
];

/** What is kept of an old database at most; older rows lie in its first partition. */
const daysBack = 60;

/** The day of the oldest row, at least yesterday's; what is older still lies in the first partition. */
async function firstDay(database: Database, today: string): Promise<string> {
  const [row] = await database.select('SELECT MIN(day) AS oldest FROM passages');
  const [floor, recent] = [addDays(today, -daysBack), addDays(today, -2)];
  const oldest = row?.oldest ? dayOfNumber(Number(row.oldest)) : recent;
  const wanted = oldest < recent ? oldest : recent;

  return wanted < floor ? floor : wanted;
}

/** To some days ahead, zones differ by one; every start and a job see to the week to come. */
async function firstDays(database: Database): Promise<string[]> {
  const today = new Date().toISOString().slice(0, 10);
  const days = [await firstDay(database, today)];
  while ((days.at(-1) ?? today) < addDays(today, 3)) {
    days.push(addDays(days.at(-1) ?? today, 1));
  }

  return days;
}

/** One statement, so that a big table is rewritten once. */
async function alterMysql(database: Database): Promise<void> {
  const isDone = (await new DayPartitions(database, 'passages').days()).length > 0;
  if (isDone) {
    return;
  }
  const changes = [
    ...small.map((column) => `MODIFY ${column}`),
    `ADD COLUMN class TINYINT AS ${classSql} VIRTUAL`,
    ...former.map((name) => `DROP KEY ${name}`),
    ...Object.entries(indexes).map(([name, columns]) => `ADD KEY ${name} (${columns})`),
  ];
  const partitions = partitionSql(await firstDays(database));
  await database.sequelize.query(
    `ALTER TABLE passages ${changes.join(', ')} PARTITION BY RANGE (day) (${partitions})`,
  );
}

async function alterSqlite(database: Database): Promise<void> {
  const [known] = await database.select("SELECT 1 FROM pragma_table_xinfo('passages') WHERE name = 'class'");
  if (!known) {
    await database.sequelize.query(
      `ALTER TABLE passages ADD COLUMN class INTEGER GENERATED ALWAYS AS ${classSql} VIRTUAL`,
    );
  }
  for (const name of former) {
    await database.sequelize.query(`DROP INDEX IF EXISTS ${name}`);
  }
  for (const [name, columns] of Object.entries(indexes)) {
    await database.sequelize.query(`CREATE INDEX IF NOT EXISTS ${name} ON passages (${columns})`);
  }
}

/** Passages by day: what is over its time goes with its partition; every filter of the lists has its index. */
export function up(database: Database): Promise<void> {
  return database.dialect === 'mysql' ? alterMysql(database) : alterSqlite(database);
}
