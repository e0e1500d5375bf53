import { limits } from '@anxing/contract/limits';

import type { Session } from '../models/session';
import type { Database } from '../storage/database';
import type { Link } from '../storage/link';

const graceMs = limits.refreshReuseGraceSeconds * 1000;

/** What the turn of a refresh token needs of its session. */
export type TurningSession = Pick<
  Session,
  'id' | 'accountId' | 'staffId' | 'counter' | 'rotatedAt' | 'expiresAt' | 'revokedAt'
>;

export interface Turned {
  /** `<session>/<counter>` of the token. */
  key: string;
  counter: number;
  /** Repeated is the token of an answer that was lost. */
  outcome: 'rotated' | 'repeated' | 'ended';
  /** As it is afterwards. */
  session: TurningSession;
}

function split(key: string): { id: string; counter: number } {
  const [id = '', counter = ''] = key.split('/');

  return { id, counter: Number(counter) };
}

function text(value: unknown): string | null {
  return value === null ? null : String(value);
}

/** Locks and reads the sessions of tokens, by id. */
export async function readSessions(
  database: Database,
  keys: readonly string[],
  tx: Link,
): Promise<Map<string, TurningSession>> {
  const rows = await tx.select(`SELECT * FROM sessions WHERE id IN (?) ORDER BY id${database.forUpdate}`, [
    [...new Set(keys.map((key) => split(key).id))],
  ]);
  const sessions = rows.map((row) => ({
    id: String(row.id),
    accountId: text(row.account_id),
    staffId: text(row.staff_id),
    counter: Number(row.counter),
    rotatedAt: Number(row.rotated_at),
    expiresAt: Number(row.expires_at),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  }));

  return new Map(sessions.map((session) => [session.id, session]));
}

function outcomeOf(session: TurningSession, counter: number, now: number): Turned['outcome'] {
  if (counter === session.counter) {
    return 'rotated';
  }

  return counter === session.counter - 1 && now - session.rotatedAt <= graceMs ? 'repeated' : 'ended';
}

const effects: Record<Turned['outcome'], (session: TurningSession, now: number) => TurningSession> = {
  rotated: (session, now) => ({ ...session, counter: session.counter + 1, rotatedAt: now }),
  repeated: (session) => session,
  ended: (session, now) => ({ ...session, revokedAt: now }),
};

/**
 * Uses one token. The next one of the same session in a batch finds what this one left.
 * @param sessions is changed
 * @returns undefined when the session is over
 */
export function turn(sessions: Map<string, TurningSession>, key: string, now: number): Turned | undefined {
  const { id, counter } = split(key);
  const before = sessions.get(id);
  if (!before || before.revokedAt !== null || before.expiresAt <= now) {
    return undefined;
  }
  const outcome = outcomeOf(before, counter, now);
  const session = effects[outcome](before, now);
  sessions.set(id, session);

  return { key, counter, outcome, session };
}
