import type { Services } from '../../../api/src/context';

async function tablesOf({ database }: Services): Promise<string[]> {
  const rows = await database.select(
    database.dialect === 'mysql'
      ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
      : "SELECT name FROM sqlite_master WHERE type = 'table'",
  );

  return rows.map(({ name }) => String(name)).sort();
}

/** Bytes as text: whatever was stored in the clear can be found in it. */
function asText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
}

/** Everything in the database as text, by table. */
export async function dumpDatabase(services: Services): Promise<Map<string, string>> {
  const dump = new Map<string, string>();
  for (const table of await tablesOf(services)) {
    const rows = await services.database.select(`SELECT * FROM ${table}`);
    dump.set(table, rows.map((row) => Object.values(row).map(asText).join('\t')).join('\n'));
  }

  return dump;
}
