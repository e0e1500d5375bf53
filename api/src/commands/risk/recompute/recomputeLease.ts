import { newId } from '../../../base/ids';
import type { Services } from '../../../context';
import type { Row } from '../../../storage/database';

/** How long a run belongs to whoever took it, ms; each slice renews it. */
export const leaseMs = 30_000;

/** A run that this process has taken. */
export interface Claim {
  id: string;
  /** Made for this taking. */
  holder: string;
  cause: string;
  subject: string;
  /** Where it stood: see `nextPersons`. */
  position: string;
  /** ms since it was asked for. */
  startedAt: number;
}

function toClaim(row: Row, holder: string): Claim {
  return {
    id: String(row.id),
    holder,
    cause: String(row.cause),
    subject: String(row.subject),
    position: String(row.position),
    startedAt: Number(row.started_at),
  };
}

/** Runs about all people that there are. */
const everybodysCauses = new Set(['rules', 'regions']);

const open = "state IN ('waiting', 'running') AND due_at <= ? AND (state = 'waiting' OR lease_until < ?)";

/** How long a run that failed waits for its next turn, ms: the others must not wait for it. */
const failedForMs = 30_000;
/** How long what is done is shown, ms. */
const doneForMs = 7 * 24 * 3_600_000;

/** Batches first: whom they are about is few, and what they say is news. Or whatever else waits, once a batch had its turn. */
const orders = {
  batchesFirst: "CASE cause WHEN 'batch' THEN 0 ELSE 1 END, due_at",
  othersFirst: "CASE cause WHEN 'batch' THEN 1 ELSE 0 END, due_at",
};

/** A run, and what it is for. */
export interface Waiting {
  id: string;
  cause: string;
}

/** Whether any run is waiting for somebody: asked every second, so that it costs no transaction. */
export async function findRun(
  { database, clock }: Services,
  order: keyof typeof orders = 'batchesFirst',
): Promise<Waiting | undefined> {
  const now = clock.now();
  const [row] = await database.read(
    `SELECT id, cause FROM recomputes WHERE ${open} ORDER BY ${orders[order]} LIMIT 1`,
    [now, now],
  );

  return row && { id: String(row.id), cause: String(row.cause) };
}

/** Whether a batch waits behind a run over everybody. */
export async function isBatchWaiting({ database, clock }: Services): Promise<boolean> {
  const rows = await database.read(
    "SELECT id FROM recomputes WHERE cause = 'batch' AND state = 'waiting' AND due_at <= ? LIMIT 1",
    [clock.now()],
  );

  return rows.length > 0;
}

/** Notes how many a run over everybody is about, for whoever watches it. */
export async function noteTotal({ database }: Services, { id, cause }: Claim): Promise<void> {
  if (!everybodysCauses.has(cause)) {
    return;
  }
  await database.write((tx) =>
    database.execute(
      'UPDATE recomputes SET total = (SELECT COUNT(*) FROM persons) WHERE id = ? AND total IS NULL',
      [id],
      tx,
    ),
  );
}

/** Takes a run, unless another process was quicker. Who takes one over goes on where it stood. */
export function takeRun({ database, clock }: Services, id: string): Promise<Claim | undefined> {
  const now = clock.now();

  return database.write(async (tx) => {
    const [row] = await database.select(
      `SELECT * FROM recomputes WHERE id = ? AND ${open}${database.forUpdate}`,
      [id, now, now],
      tx,
    );
    if (!row) {
      return undefined;
    }
    const holder = newId(now);
    await database.execute(
      "UPDATE recomputes SET state = 'running', holder = ?, lease_until = ? WHERE id = ?",
      [holder, now + leaseMs, id],
      tx,
    );

    return toClaim(row, holder);
  });
}

/** Puts a run off that could not go on. */
export function putOffRun({ database, clock }: Services, { id, holder }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE recomputes SET state = 'waiting', due_at = ?, holder = NULL, lease_until = NULL WHERE id = ? AND holder = ? AND state = 'running'",
      [clock.now() + failedForMs, id, holder],
      tx,
    ),
  );
}

/** Forgets runs that are done for long. */
export function forgetRuns({ database, clock }: Services): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "DELETE FROM recomputes WHERE state = 'done' AND due_at < ?",
      [clock.now() - doneForMs],
      tx,
    ),
  );
}

/** Gives a run back as it stands. */
export function giveBackRun({ database }: Services, { id, holder }: Claim): Promise<void> {
  return database.write((tx) =>
    database.execute(
      "UPDATE recomputes SET state = 'waiting', holder = NULL, lease_until = NULL WHERE id = ? AND holder = ? AND state = 'running'",
      [id, holder],
      tx,
    ),
  );
}
