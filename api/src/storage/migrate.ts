import { SequelizeStorage, Umzug } from 'umzug';

import type { Database } from './database';

export interface Migration {
  name: string;
  up: (database: Database) => Promise<void>;
}

/** Brings the schema up to date; answers the names of what was done. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const umzug = new Umzug({
    migrations: migrations.map(({ name, up }) => ({ name, up: () => up(database) })),
    storage: new SequelizeStorage({ sequelize: database.sequelize, tableName: 'schema_migrations' }),
    logger: undefined,
  });
  const done = await database.unhurried(() => umzug.up());

  return done.map(({ name }) => name);
}
