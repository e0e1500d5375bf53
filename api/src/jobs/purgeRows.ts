import type { Transaction } from 'sequelize';

import { newId } from '../base/ids';
import { writeAs, type Services } from '../context';
import { dayKey, type DayDigest } from '../passages/passageDays';
import type { Row } from '../storage/database';
import { systemActor, type Scene } from '../storage/scene';

/** How long a day belongs to the process that is at it, ms, unless it tells that it goes on. */
const leaseMs = 120_000;
const subject = 'passages';

/** A day that this process is purging. */
export interface Purging {
  day: string;
  holder: string;
  /** Told to the audit chain already; undefined while the day is still being counted. */
  announced: DayDigest | undefined;
}

const system = { actor: systemActor, ip: null };

/** The row of a day, locked; made when there is none. */
async function lockRow({ database }: Services, key: unknown[], tx: Transaction): Promise<Row | undefined> {
  await database.execute(
    `INSERT INTO purges (subject, day, state, found, lease_until) VALUES (?, ?, 'counting', 0, 0)${database.onDuplicate(['subject', 'day'], 'day = new.day')}`,
    key,
    tx,
  );
  const [row] = await database.select(
    `SELECT state, found, digest, lease_until FROM purges WHERE subject = ? AND day = ?${database.forUpdate}`,
    key,
    tx,
  );

  return row;
}

/** Takes a day, unless it is done or another process is at it: one whose process died is taken over where it stood. */
export function takeDay(services: Services, day: string): Promise<Purging | undefined> {
  const { database, clock } = services;
  const now = clock.now();
  const holder = newId(now);

  return database.write(async (tx) => {
    const key = [subject, dayKey(day)];
    const row = await lockRow(services, key, tx);
    if (!row || row.state === 'done' || Number(row.lease_until) > now) {
      return undefined;
    }
    await database.execute(
      'UPDATE purges SET holder = ?, lease_until = ? WHERE subject = ? AND day = ?',
      [holder, now + leaseMs, ...key],
      tx,
    );
    const announced = { found: Number(row.found), digest: String(row.digest) };

    return { day, holder, announced: row.state === 'announced' ? announced : undefined };
  });
}

/** @throws when the day was taken over meanwhile */
async function change(
  { database }: Services,
  scene: Pick<Scene, 'tx'>,
  { day, holder }: Purging,
  values: Record<string, unknown>,
): Promise<void> {
  const key = [subject, dayKey(day), holder];
  const [held] = await database.select(
    `SELECT day FROM purges WHERE subject = ? AND day = ? AND holder = ?${database.forUpdate}`,
    key,
    scene.tx,
  );
  if (!held) {
    throw new Error('another process has taken the purge over');
  }
  const set = Object.keys(values).map((name) => `${name} = ?`);
  await database.execute(
    `UPDATE purges SET ${set.join(', ')} WHERE subject = ? AND day = ? AND holder = ?`,
    [...Object.values(values), ...key],
    scene.tx,
  );
}

/** Goes on holding the day. */
export function holdDay(services: Services, purging: Purging): Promise<void> {
  const leaseUntil = services.clock.now() + leaseMs;

  return services.database.write((tx) => change(services, { tx }, purging, { lease_until: leaseUntil }));
}

/** Before anything is gone: how much there is, and a digest over it. */
export function announce(services: Services, purging: Purging, { found, digest }: DayDigest): Promise<void> {
  return writeAs(services, system, async (scene) => {
    const values = { state: 'announced', found, digest, announced_at: scene.now };
    await change(services, scene, purging, values);
    scene.events.push({ action: 'passages.purge', target: purging.day, details: { found, digest } });
  });
}

/** Afterwards: that nothing remains. */
export function confirm(
  services: Services,
  purging: Purging,
  { found, digest }: DayDigest,
  remaining: number,
): Promise<void> {
  return writeAs(services, system, async (scene) => {
    const values = { state: 'done', remaining, done_at: scene.now, holder: null, lease_until: null };
    await change(services, scene, purging, values);
    const details = { found, digest, remaining };
    scene.events.push({ action: 'passages.purged', target: purging.day, details });
  });
}
