import type { Transaction } from 'sequelize';

import type { Change } from './bus';

/** Who does something. `unitId` is the unit a staff member or a device acts for. */
export interface Actor {
  kind: 'account' | 'staff' | 'device' | 'system';
  id: string;
  unitId: string | null;
  /** The session in which a staff member acts; none for work that goes on without him. */
  sessionId?: string;
}

/** One thing that happened, for the audit chain: field names, never values of personal data. */
export interface AuditEvent {
  action: string;
  target: string;
  details: Record<string, unknown>;
}

/** What every change runs in: who, from where, when, in which transaction, and what is to be audited of it. */
export interface Scene {
  actor: Actor;
  /** The client's address; null for work of the system itself. */
  ip: string | null;
  /** ms */
  now: number;
  tx: Transaction;
  events: AuditEvent[];
}

export const systemActor: Actor = { kind: 'system', id: 'system', unitId: null };

const recordChange = /^(\w+)\.(create|update|delete)$/;

/** Which records the events tell of. */
export function changesOf(events: readonly AuditEvent[]): Change[] {
  return events.flatMap(({ action, target }) => {
    const [, table] = recordChange.exec(action) ?? [];

    return table === undefined ? [] : [{ table, id: target }];
  });
}
