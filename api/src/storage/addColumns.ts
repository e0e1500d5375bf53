import type { Database } from './database';

const listed = {
  sqlite: 'SELECT name FROM pragma_table_xinfo(?)',
  mysql:
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
} as const;

/**
 * A migration that adds columns to a table which may be big: in one statement where the dialect takes several. What is
 * there already stays.
 * @param wanted types by name, as both dialects write them
 */
export function addColumns(table: string, wanted: Readonly<Record<string, string>>) {
  return async (database: Database): Promise<void> => {
    const { dialect, sequelize } = database;
    const rows = await database.select(listed[dialect], [table]);
    const known = new Set(rows.map(({ name }) => String(name)));
    const changes = Object.entries(wanted)
      .filter(([name]) => !known.has(name))
      .map(([name, type]) => `ADD COLUMN ${name} ${type}`);
    const statements = dialect === 'mysql' && changes.length > 0 ? [changes.join(', ')] : changes;
    for (const change of statements) {
      await sequelize.query(`ALTER TABLE ${table} ${change}`);
    }
  };
}
