import type { Transaction } from 'sequelize';

import { StartRefused } from '../base/errors';
import type { Database, Row } from './database';
import { hasEnded, ownersHere, type ProcessName } from './thisProcess';

/**
 * What a process does while it holds its slot: it keeps copies of records and hears from nobody (alone), keeps copies
 * and hears from the others (shared), or only adds records, of which nobody has a copy (adding).
 */
export type LeaseMode = 'alone' | 'shared' | 'adding';

export interface Lease {
  slot: number;
  /** Made anew for each process. */
  owner: string;
  host: string;
  pid: number;
  mode: LeaseMode;
  /** Its time was over when it was read, by the database's clock. */
  isOver: boolean;
}

/** Who wants a slot. */
export interface Claimant {
  owner: string;
  mode: LeaseMode;
  process: ProcessName;
  lengthMs: number;
}

/** Whom each mode cannot stand beside it. */
const excluded: Record<LeaseMode, readonly LeaseMode[]> = {
  alone: ['alone', 'shared'],
  shared: ['alone'],
  adding: [],
};

/** ms, by the one clock that all processes have in common. */
export function nowSql({ dialect }: Database): string {
  return dialect === 'mysql'
    ? 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)'
    : "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
}

function toLease(row: Row): Lease {
  return {
    slot: Number(row.slot),
    owner: String(row.owner),
    host: String(row.host),
    pid: Number(row.pid),
    mode: String(row.mode) as LeaseMode,
    isOver: Number(row.is_over) === 1,
  };
}

async function read(database: Database, tx: Transaction, tail: string): Promise<Row[]> {
  const isOver = `CASE WHEN expires_at <= ${nowSql(database)} THEN 1 ELSE 0 END AS is_over`;

  return database.select(`SELECT slot, owner, host, pid, mode, ${isOver} FROM leases${tail}`, [], tx);
}

/** Leases whose process has ended, or did not renew them in time. */
export function isGone(lease: Lease, { owner, process }: Pick<Claimant, 'owner' | 'process'>): boolean {
  const isDead = !ownersHere.has(lease.owner) && hasEnded(lease, process);

  return lease.owner !== owner && (lease.isOver || isDead);
}

const empty = 'owner = NULL, host = NULL, pid = NULL, mode = NULL, taken_at = NULL, expires_at = NULL';

async function occupy(database: Database, slot: number, claimant: Claimant, tx: Transaction): Promise<void> {
  const { owner, mode, process, lengthMs } = claimant;
  const now = nowSql(database);
  await database.execute(
    `UPDATE leases SET owner = ?, host = ?, pid = ?, mode = ?, taken_at = ${now}, expires_at = ${now} + ? WHERE slot = ?`,
    [owner, process.host, process.pid, mode, lengthMs, slot],
    tx,
  );
}

/**
 * Takes the first slot that is free or was left, when nobody is there whom the mode excludes.
 * Whoever looks holds all rows meanwhile: of two at once, one sees what the other has done.
 * @returns the slot, or who stands in the way
 */
export function claim(
  database: Database,
  claimant: Claimant,
): Promise<{ slot: number } | { inTheWay: Lease[] }> {
  return database.write(async (tx) => {
    const rows = await read(database, tx, ` ORDER BY slot${database.forUpdate}`);
    const leases = rows.filter((row) => row.owner !== null).map(toLease);
    const gone = leases.filter((lease) => isGone(lease, claimant));
    const live = leases.filter((lease) => !gone.includes(lease));
    const inTheWay = live.filter(({ mode }) => excluded[claimant.mode].includes(mode));
    const taken = new Set(live.map(({ slot }) => slot));
    if (inTheWay.length > 0) {
      return { inTheWay };
    }
    const slot = rows.map((row) => Number(row.slot)).find((one) => !taken.has(one));
    if (slot === undefined) {
      throw new StartRefused(`${rows.length} 个进程的名额已用完 / All ${rows.length} slots are taken`, 75);
    }
    for (const left of gone) {
      await database.execute(`UPDATE leases SET ${empty} WHERE slot = ?`, [left.slot], tx);
    }
    await occupy(database, slot, claimant, tx);

    return { slot };
  });
}

/** Holds a lease for longer, whether or not its time is over. Takes ms, slot and owner. */
export function renewSql(database: Database): string {
  return `UPDATE leases SET expires_at = ${nowSql(database)} + ? WHERE slot = ? AND owner = ?`;
}

/** Holds a slot for longer. @returns all leases; the own one is missing when it was taken over */
export function renew(database: Database, slot: number, { owner, lengthMs }: Claimant): Promise<Lease[]> {
  return database.write(async (tx) => {
    await database.execute(renewSql(database), [lengthMs, slot, owner], tx);

    return (await read(database, tx, ' WHERE owner IS NOT NULL')).map(toLease);
  });
}

/** Empties a slot that was given back or left; one that was thought over and renewed meanwhile stays. */
export function free(
  database: Database,
  { slot, owner, isOver }: Pick<Lease, 'slot' | 'owner' | 'isOver'>,
): Promise<void> {
  const still = isOver ? ` AND expires_at <= ${nowSql(database)}` : '';

  return database.write((tx) =>
    database.execute(`UPDATE leases SET ${empty} WHERE slot = ? AND owner = ?${still}`, [slot, owner], tx),
  );
}
