import { countFlow } from '../flow/countFlow';
import { lockAllPresences, writePresences } from '../flow/storedPresences';
import { insertLooks } from '../privacy/accessLog';
import type { AuditChain } from '../privacy/auditChain';
import type { Database } from '../storage/database';
import type { Link } from '../storage/link';
import { systemActor, type AuditEvent } from '../storage/scene';
import type { SlotLease } from '../storage/slotLease';
import { batchEvent } from './auditBatch';
import type { PassageOrder } from './order';
import { passageColumns, passageValues } from './passage';
import { planBatch, type BatchPlan } from './planBatch';

export interface Ledger {
  database: Database;
  audit: AuditChain;
  /** Says which writer of counts this process is. */
  lease: SlotLease;
}

/** Notes when somebody first scanned a poster. @returns the events of those that nobody had noted meanwhile */
async function noteFirstScans(
  { forUpdate }: Database,
  orders: readonly PassageOrder[],
  now: number,
  tx: Link,
): Promise<AuditEvent[]> {
  const posters = [...new Set(orders.flatMap(({ firstScanOf }) => firstScanOf ?? []))];
  if (posters.length === 0) {
    return [];
  }
  const rows = await tx.select(
    `SELECT id FROM posters WHERE id IN (?) AND first_scanned_at IS NULL ORDER BY id${forUpdate}`,
    [posters],
  );
  const unseen = rows.map(({ id }) => String(id));
  if (unseen.length > 0) {
    await tx.execute('UPDATE posters SET first_scanned_at = ? WHERE id IN (?)', [now, unseen]);
  }

  return unseen.map((target) => ({
    action: 'posters.update',
    target,
    details: { fields: ['firstScannedAt'] },
  }));
}

async function insertAll(
  { database, lease }: Ledger,
  orders: readonly PassageOrder[],
  plan: BatchPlan,
  now: number,
  tx: Link,
): Promise<void> {
  await tx.insert(`passages (${passageColumns})`, plan.passages.map(passageValues));
  await writePresences(database, plan.presences, tx);
  await countFlow(database, lease.slot, plan.flow, tx);
  await insertLooks(
    orders.flatMap(({ look }) => look ?? []),
    now,
    tx,
  );
}

/**
 * Writes passages with their presences, counts and looks, and one audit event, in one transaction. A row whose key is
 * there makes all of it fail with a duplicate.
 * @param now ms
 * @returns the plan that was written, and what was audited
 */
export function writeBatch(
  ledger: Ledger,
  orders: readonly PassageOrder[],
  now: number,
): Promise<{ plan: BatchPlan; events: AuditEvent[] }> {
  const { database, audit } = ledger;
  const persons = [...new Set(orders.map(({ passage }) => passage.personId))];

  return database.batch(async (tx) => {
    const stored = await lockAllPresences(database, persons, tx);
    const plan = planBatch(orders, stored, now);
    await insertAll(ledger, orders, plan, now, tx);
    const events = [batchEvent(orders, plan.passages), ...(await noteFirstScans(database, orders, now, tx))];
    await audit.append({ actor: systemActor, ip: null, now, events }, tx);

    return { plan, events };
  });
}
