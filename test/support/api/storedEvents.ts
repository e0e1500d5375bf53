import type { Services } from '../../../api/src/context';

/** The payload of the newest audit event of a kind. */
export async function newestEvent(services: Services, action: string): Promise<Record<string, unknown>> {
  const [row] = await services.database.select(
    'SELECT payload FROM audit_events WHERE action = ? ORDER BY slot, seq DESC LIMIT 1',
    [action],
  );

  return JSON.parse(String(row?.payload)) as Record<string, unknown>;
}
