import { newId } from '../base/ids';
import type { Services } from '../context';
import type { Row } from '../storage/database';

/** How long a job belongs to whoever took it, ms, unless the lease is renewed. */
export const leaseMs = 30_000;
/** A job whose process died this often is given up: it may be the cause. */
export const attemptsMax = 3;

/** A job that this process has taken. */
export interface Claim {
  id: string;
  /** Made for this taking: whoever takes the job over has another. */
  holder: string;
  kind: string;
  unitId: string;
  staffId: string;
  createdAt: number;
  /** Sealed. */
  input: string;
  attempts: number;
  /** Name below the folder of result files. */
  file: string;
}

export interface Progress {
  done: number;
  total: number | null;
}

/** Name of the file that a holder writes: no two write the same. */
export function fileOf(id: string, holder: string): string {
  return `${id}.${holder.slice(-12)}`;
}

function toClaim(row: Row, holder: string): Claim {
  return {
    id: String(row.id),
    holder,
    kind: String(row.kind),
    unitId: String(row.unit_id),
    staffId: String(row.staff_id),
    createdAt: Number(row.created_at),
    input: String(row.input),
    attempts: Number(row.attempts) + 1,
    file: fileOf(String(row.id), holder),
  };
}

/** Jobs that nobody works on, those of processes that died first. */
async function findFree({ database, clock }: Services, kinds: readonly string[]): Promise<string[]> {
  const left = await database.select(
    "SELECT id FROM jobs WHERE state = 'running' AND lease_until < ? AND kind IN (?) ORDER BY created_at LIMIT 10",
    [clock.now(), kinds],
  );
  const waiting = await database.select(
    "SELECT id FROM jobs WHERE state = 'waiting' AND kind IN (?) ORDER BY created_at LIMIT 10",
    [kinds],
  );

  return [...left, ...waiting].map(({ id }) => String(id));
}

/** Takes one job, unless another process was quicker. */
function take({ database, clock }: Services, id: string): Promise<Claim | undefined> {
  const now = clock.now();

  return database.write(async (tx) => {
    const [row] = await database.select(
      "SELECT * FROM jobs WHERE id = ? AND (state = 'waiting' OR (state = 'running' AND lease_until < ?))" +
        database.forUpdate,
      [id, now],
      tx,
    );
    if (!row) {
      return undefined;
    }
    const claim = toClaim(row, newId(now));
    await database.execute(
      "UPDATE jobs SET state = 'running', holder = ?, lease_until = ?, attempts = ?, done = 0 WHERE id = ?",
      [claim.holder, now + leaseMs, claim.attempts, id],
      tx,
    );

    return claim;
  });
}

/** Takes the next job of one of the kinds; undefined when there is none. */
export async function claimJob(services: Services, kinds: readonly string[]): Promise<Claim | undefined> {
  for (const id of await findFree(services, kinds)) {
    const claim = await take(services, id);
    if (claim) {
      return claim;
    }
  }

  return undefined;
}

/** Whether the job is still ours: it was neither cancelled nor taken over. */
export async function isHeld({ database }: Services, { id, holder }: Claim): Promise<boolean> {
  const rows = await database.select(
    "SELECT id FROM jobs WHERE id = ? AND holder = ? AND state = 'running'",
    [id, holder],
  );

  return rows.length > 0;
}

/** Holds a job for longer, and tells how far it is. */
export function renewLease(services: Services, { id, holder }: Claim, progress: Progress): Promise<void> {
  const { database, clock } = services;

  return database.write((tx) =>
    database.execute(
      "UPDATE jobs SET lease_until = ?, done = ?, total = ? WHERE id = ? AND holder = ? AND state = 'running'",
      [clock.now() + leaseMs, progress.done, progress.total, id, holder],
      tx,
    ),
  );
}

/** Gives a job back as if it had never been taken: another process goes on with it. */
export function giveBack({ database }: Services, { id, holder, attempts }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE jobs SET state = 'waiting', holder = NULL, lease_until = NULL, attempts = ?, done = 0 WHERE id = ? AND holder = ? AND state = 'running'",
      [attempts - 1, id, holder],
      tx,
    ),
  );
}
