import { AppError } from '../base/errors';
import { idToBytes } from '../base/ids';
import type { Services } from '../context';
import { BatchLoader } from '../storage/batchLoader';
import type { Change } from '../storage/bus';
import type { Link } from '../storage/link';
import { systemActor } from '../storage/scene';
import { tokensOf, type OpenedSession } from './openSession';
import { holderOf } from './sessionHolder';
import { readSessions, turn, type Turned } from './sessionTurn';

const dayMs = 86_400_000;

/** What a batch of refresh tokens came to. */
interface Batch {
  turned: ReadonlyMap<string, Turned>;
  changes: Change[];
}

/** Whoever renews a session still has the phone: it is not silent. Once a day is enough to know. */
async function noteSeen(turned: readonly Turned[], now: number, tx: Link): Promise<Change[]> {
  const accounts = turned.flatMap(({ session }) => session.accountId ?? []);
  if (accounts.length === 0) {
    return [];
  }
  const rows = await tx.select('SELECT id FROM accounts WHERE id IN (?) AND last_seen_at < ?', [
    accounts,
    now - dayMs,
  ]);
  const ids = rows.map(({ id }) => String(id));
  if (ids.length > 0) {
    await tx.execute('UPDATE accounts SET last_seen_at = ? WHERE id IN (?)', [now, ids]);
  }

  return ids.map((id) => ({ table: 'accounts', id }));
}

async function storeRotated(rotated: readonly Turned[], now: number, tx: Link): Promise<void> {
  if (rotated.length > 0) {
    const counters = new Map(rotated.map(({ session }) => [session.id, session.counter]));
    const cases = [...counters].map(() => 'WHEN ? THEN ?').join(' ');
    await tx.execute(`UPDATE sessions SET counter = CASE id ${cases} END, rotated_at = ? WHERE id IN (?)`, [
      ...[...counters].flat(),
      now,
      [...counters.keys()],
    ]);
  }
}

/** A token that was used before and is not the one of a lost answer: somebody copied it. */
async function storeEnded(ended: readonly Turned[], now: number, tx: Link): Promise<void> {
  if (ended.length > 0) {
    await tx.execute('UPDATE sessions SET revoked_at = ? WHERE id IN (?)', [
      now,
      ended.map(({ session }) => session.id),
    ]);
  }
}

async function auditTurns(
  services: Services,
  rotated: readonly Turned[],
  ended: readonly Turned[],
  now: number,
  tx: Link,
): Promise<void> {
  const ids = rotated.map(({ session }) => session.id);
  const [target] = ids;
  if (target !== undefined) {
    const details = { count: ids.length, ids: Buffer.concat(ids.map(idToBytes)).toString('base64url') };
    const events = [{ action: 'sessions.rotate', target, details }];
    await services.audit.append({ actor: systemActor, ip: null, now, events }, tx);
  }
  for (const { session, counter } of ended) {
    const events = [{ action: 'sessions.reuse', target: session.id, details: { counter } }];
    await services.audit.append({ actor: holderOf(session), ip: null, now, events }, tx);
  }
}

async function turnAll(services: Services, keys: readonly string[]): Promise<Batch> {
  const now = services.clock.now();

  return services.database.batch(async (tx) => {
    const sessions = await readSessions(services.database, keys, tx);
    const turned = new Map(keys.map((key) => [key, turn(sessions, key, now)] as const));
    const all = [...turned.values()].filter((one) => one !== undefined);
    const rotated = all.filter(({ outcome }) => outcome === 'rotated');
    const ended = all.filter(({ outcome }) => outcome === 'ended');
    await storeRotated(rotated, now, tx);
    await storeEnded(ended, now, tx);
    const seen = await noteSeen(rotated, now, tx);
    await auditTurns(services, rotated, ended, now, tx);
    const changed = [...rotated, ...ended].map(({ session }) => ({ table: 'sessions', id: session.id }));

    return { turned: new Map(all.map((one) => [one.key, one])), changes: [...changed, ...seen] };
  });
}

const loaders = new WeakMap<Services, BatchLoader<Turned>>();

/** In the morning everybody's token has ended: those who come together are written together. */
function loaderOf(services: Services): BatchLoader<Turned> {
  let loader = loaders.get(services);
  if (!loader) {
    loader = new BatchLoader(async (keys) => {
      const { turned, changes } = await turnAll(services, keys);
      services.bus.publish('changes', changes);

      return turned;
    });
    loaders.set(services, loader);
  }

  return loader;
}

/**
 * Rotates a refresh token. Within 30 s the token before gets the same successor: an answer may be lost on the way.
 * Any other reuse means that somebody copied it, and ends the session.
 * @throws session_expired
 */
export async function refreshSession(services: Services, token: string): Promise<OpenedSession> {
  const read = services.tokens.readRefresh(token);
  const turned = read && (await loaderOf(services).load(`${read.sessionId}/${read.counter}`));
  if (!turned || turned.outcome === 'ended') {
    throw new AppError('session_expired');
  }

  return tokensOf(services, turned.session, services.clock.now());
}
