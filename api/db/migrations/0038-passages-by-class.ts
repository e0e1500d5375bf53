import type { Database } from '../../src/storage/database';
import { classSql, indexes } from './0036-passages-by-day';

async function hasClass(database: Database): Promise<boolean> {
  const rows = await database.select(
    database.dialect === 'mysql'
      ? "SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'passages' AND column_name = 'class'"
      : "SELECT 1 FROM pragma_table_xinfo('passages') WHERE name = 'class'",
  );

  return rows.length > 0;
}

async function addClass({ dialect, sequelize }: Database): Promise<void> {
  if (dialect === 'mysql') {
    await sequelize.query(
      `ALTER TABLE passages ADD COLUMN class TINYINT AS ${classSql} VIRTUAL, ` +
        `DROP KEY passages_by_unit, ADD KEY passages_by_unit (${indexes.passages_by_unit})`,
    );

    return;
  }
  await sequelize.query('DROP INDEX IF EXISTS passages_by_unit');
  await sequelize.query(
    `ALTER TABLE passages ADD COLUMN class INTEGER GENERATED ALWAYS AS ${classSql} VIRTUAL`,
  );
  await sequelize.query(`CREATE INDEX passages_by_unit ON passages (${indexes.passages_by_unit})`);
}

/** For databases whose passages were laid out by day before they had classes. */
export async function up(database: Database): Promise<void> {
  if (!(await hasClass(database))) {
    await addClass(database);
  }
}
