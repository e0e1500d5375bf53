import { breathe } from '../../../base/breathe';
import type { Services } from '../../../context';
import type { Link } from '../../../storage/link';
import { systemActor, type AuditEvent } from '../../../storage/scene';
import { judgeSlice } from './judgeSlice';
import { nextPersons, overduePersons, personsOf } from './nextPersons';
import { leaseMs, type Claim } from './recomputeLease';
import { restAfter } from './rest';
import { SliceSize } from './sliceSize';

/** Somebody else has taken the run over, or it is done. */
class RunLost extends Error {}

interface SliceDone {
  position: string | undefined;
  written: string[];
}

function appendEvents(services: Services, link: Link, events: AuditEvent[], now: number): Promise<void> {
  return services.audit.append({ actor: systemActor, ip: null, now, events }, link);
}

function tellChanges({ bus }: Services, personIds: readonly string[]): void {
  if (personIds.length > 0) {
    bus.publish(
      'changes',
      personIds.map((id) => ({ table: 'persons', id })),
    );
  }
}

async function confirmHeld({ database }: Services, link: Link, { id, holder }: Claim): Promise<void> {
  const [row] = await link.select(
    `SELECT id FROM recomputes WHERE id = ? AND holder = ? AND state = 'running'${database.forUpdate}`,
    [id, holder],
  );
  if (!row) {
    throw new RunLost();
  }
}

/** One slice: the people and where the run stands are written together, so that nobody is left out or told twice. */
function performSlice(services: Services, claim: Claim, size: number): Promise<SliceDone> {
  const { database, clock } = services;

  return database.batch(async (link) => {
    const now = clock.now();
    await confirmHeld(services, link, claim);
    const rules = await services.rules.at(now);
    const { persons, position } = await nextPersons(database, link, { ...claim, size });
    const { written, changed, events } = await judgeSlice(services, link, persons, { rules, now });
    const isDone = position === undefined;
    await link.execute(
      'UPDATE recomputes SET position = ?, done = done + ?, changed = changed + ?, state = ?, ' +
        'lease_until = ?, finished_at = ? WHERE id = ?',
      [
        position ?? '',
        persons.length,
        changed,
        isDone ? 'done' : 'running',
        now + leaseMs,
        isDone ? now : null,
        claim.id,
      ],
    );
    await appendEvents(services, link, events, now);

    return { position, written };
  });
}

/** What it came to, for whoever sees the batch. */
function noteInBatch({ database }: Services, { id, cause, subject }: Claim): Promise<void> {
  if (cause !== 'batch') {
    return Promise.resolve();
  }

  return database.write((tx) =>
    database.execute(
      'UPDATE feed_batches SET changed_people = (SELECT changed FROM recomputes WHERE id = ?) WHERE number = ?',
      [id, Number(subject)],
      tx,
    ),
  );
}

/** Judges everybody of a run, slice by slice, until its end, or until it is to stop. */
export async function performRun(services: Services, taken: Claim, signal: AbortSignal): Promise<void> {
  const size = new SliceSize(services.database.dialect);
  // Another process may have approved a version a moment ago.
  await services.rules.reload();
  let claim = taken;
  while (!signal.aborted) {
    const began = performance.now();
    const { position, written } = await performSlice(services, claim, size.rows);
    const ms = performance.now() - began;
    size.took(ms);
    tellChanges(services, written);
    if (position === undefined) {
      await noteInBatch(services, claim);

      return;
    }
    claim = { ...claim, position };
    await restAfter(ms, size.rows);
  }
}

const fewAtOnce = { sqlite: 50, mysql: 500 };

/** Judges these people anew. @param ids of persons */
export async function judgeThese(services: Services, ids: readonly string[]): Promise<void> {
  const { database, clock } = services;
  const size = fewAtOnce[database.dialect];
  for (let start = 0; start < ids.length; start += size) {
    const written = await database.batch(async (link) => {
      const now = clock.now();
      const rules = await services.rules.at(now);
      const persons = await personsOf(database, link, ids.slice(start, start + size));
      const result = await judgeSlice(services, link, persons, { rules, now });
      await appendEvents(services, link, result.events, now);

      return result.written;
    });
    tellChanges(services, written);
    await breathe();
  }
}

/** Judges everybody whose colour or reasons end by now. */
export async function performOverdue(services: Services): Promise<void> {
  const { database, clock } = services;
  const size = new SliceSize(database.dialect);
  for (;;) {
    const began = performance.now();
    const { found, written } = await database.batch(async (link) => {
      const now = clock.now();
      const rules = await services.rules.at(now);
      const persons = await overduePersons(database, link, now, size.rows);
      const result = await judgeSlice(services, link, persons, { rules, now });
      await appendEvents(services, link, result.events, now);

      return { found: persons.length, written: result.written };
    });
    tellChanges(services, written);
    if (found < size.rows) {
      return;
    }
    const ms = performance.now() - began;
    size.took(ms);
    await restAfter(ms, found);
  }
}

/** Whether it ended because somebody else goes on with it. */
export function isRunLost(error: unknown): boolean {
  return error instanceof RunLost;
}
