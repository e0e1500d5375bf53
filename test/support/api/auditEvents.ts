import type { Services } from '../../../api/src/context';

export interface ReadEvent {
  actor: string;
  action: string;
  target: string;
  details: Record<string, unknown>;
}

/** What the audit chain holds about a target, oldest first. */
export async function auditEvents(services: Services, target: string): Promise<ReadEvent[]> {
  const rows = await services.database.select(
    'SELECT actor, action, target, payload FROM audit_events WHERE target = ? ORDER BY slot, seq',
    [target],
  );

  return rows.map((row) => ({
    actor: String(row.actor),
    action: String(row.action),
    target: String(row.target),
    details: JSON.parse(String(row.payload)) as Record<string, unknown>,
  }));
}
