import { writeAs, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { FeedBatch } from '../../models/feedBatch';
import { systemActor, type Scene } from '../../storage/scene';
import { startRecompute } from '../risk/startRecompute';
import { whileHeld } from './batchLease';
import { BatchRefused } from './batchRefused';
import { closeUnseen } from './closeUnseen';
import { mayTurn, targetOf } from './feedTables';
import { noteInForce } from './latestBatches';
import { voidTouched } from './voidTouched';

const system = { actor: systemActor, ip: null };

/** What is derived from a feed once one of its batches is in force. */
function derivedFrom(source: string): 'contacts' | 'sealed' | undefined {
  if (source === 'cases' || source === 'journeys') {
    return 'contacts';
  }

  return source === 'sealed' || source === 'households' ? 'sealed' : undefined;
}

/** Whoever it is about is judged anew, and what follows from it is derived anew. */
async function startWhatFollows(services: Services, scene: Scene, batch: FeedBatch): Promise<void> {
  const derived = batch.origin === 'derived' ? undefined : derivedFrom(batch.source);
  const isMoved = batch.added + batch.withdrawn + batch.closed > 0;
  if (!isMoved || !mayTurn(services, batch.source)) {
    batch.changedPeople = 0;
  } else if (targetOf(services.feedRules, batch) === 'facts') {
    await voidTouched(services, scene, batch);
    await startRecompute(services, scene, { cause: 'batch', subject: String(batch.number) });
  }
  // Of what is sealed it is said each time who was found: homes may have come since, or be spelled in another way.
  const isTold = derived === 'sealed' && batch.rowCount > 0;
  if (derived && (isMoved || isTold)) {
    await startRecompute(services, scene, { cause: 'derive', subject: derived });
  }
}

/** Clocks of machines differ by so much at most, ms; a clock that was far ahead and was set right is another matter. */
const skewMs = 60_000;

/** Clocks of several machines differ: no batch of a source is in force before the one that it may have closed rows of. */
export async function momentFor(scene: Scene, source: string): Promise<number> {
  const last = await FeedBatch.max<number | null, FeedBatch>('inForceAt', {
    where: { source },
    transaction: scene.tx,
  });

  const next = Number(last ?? 0) + 1;

  return next - scene.now < skewMs ? Math.max(scene.now, next) : scene.now;
}

/** One row decides: from this commit on everything counts that the batch brought, and nothing that it closed. */
function putInForce(services: Services, held: FeedBatch, closed: number): Promise<FeedBatch> {
  return writeAs(services, system, async (scene) => {
    const batch = await lockOne(FeedBatch, scene, { id: held.id });
    if (batch?.state !== 'applying' || batch.holder !== held.holder) {
      throw new BatchRefused('interrupted');
    }
    const isPartial = batch.mode === 'full' && batch.wrong > 0;
    const inForceAt = await momentFor(scene, batch.source);
    batch.set({ inForceAt, holder: null, leaseUntil: null, closed });
    batch.set({ state: 'inForce', closedNothing: isPartial });
    await startWhatFollows(services, scene, batch);
    await noteInForce(services, scene, batch);

    return batch.saveBy(scene);
  });
}

async function countClosed({ database }: Services, batch: FeedBatch, table: string): Promise<number> {
  const [row] = await database.read(
    `SELECT COUNT(*) AS count FROM ${table} WHERE source = ? AND closed_by = ?`,
    [batch.source, Number(batch.number)],
  );

  return Number(row?.count ?? 0);
}

/**
 * Puts a batch in force that may be: in one moment, after everything was marked. Whoever dies on the way is followed by
 * another process, which does the same again.
 * @param batch as this process holds it
 * @throws BatchRefused when another process has gone on with it
 */
export async function applyBatch(services: Services, batch: FeedBatch): Promise<FeedBatch> {
  const table = targetOf(services.feedRules, batch) === 'facts' ? 'facts' : 'register_rows';
  // A wrong row may be one of those that seem to be missing: nobody must look better by it.
  const isWhole = batch.mode === 'full' && batch.wrong === 0;

  return whileHeld(services, batch, async () => {
    if (isWhole) {
      await closeUnseen(services, batch);
    }
    const closed = isWhole ? await countClosed(services, batch, table) : 0;

    return putInForce(services, batch, closed);
  });
}
