import { SequelizeStorage, Umzug } from 'umzug';

import type { Database } from './database';
import { inTurn } from './turns';

export interface Migration {
  name: string;
  up: (database: Database) => Promise<void>;
}

function migrator(database: Database, migrations: readonly Migration[]) {
  return new Umzug({
    migrations: migrations.map(({ name, up }) => ({ name, up: () => up(database) })),
    storage: new SequelizeStorage({ sequelize: database.sequelize, tableName: 'schema_migrations' }),
    logger: undefined,
  });
}

/** Names of what is still to be done. */
export async function pendingMigrations(
  database: Database,
  migrations: readonly Migration[],
): Promise<string[]> {
  const pending = await migrator(database, migrations).pending();

  return pending.map(({ name }) => name);
}

/** Brings the schema up to date; answers the names of what was done. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const done = await database.unhurried(() => migrator(database, migrations).up());

  return done.map(({ name }) => name);
}

/** Like `migrate`, where several processes may be at it: one does it, the others wait. @param owner of the lease */
export function migrateInTurn(
  database: Database,
  migrations: readonly Migration[],
  owner: string,
): Promise<string[]> {
  return inTurn(database, { name: 'migrate', owner }, () => migrate(database, migrations));
}
