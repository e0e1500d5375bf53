import { Metrics } from '../../../api/src/base/metrics';
import type { Services } from '../../../api/src/context';
import { PassageWriter } from '../../../api/src/passages/passageWriter';
import { AuditChain } from '../../../api/src/privacy/auditChain';
import { MemoryBus } from '../../../api/src/storage/memoryBus';
import { SlotLease } from '../../../api/src/storage/slotLease';

export interface SecondWriter {
  writer: PassageWriter;
  slot: number;
  close(): Promise<void>;
}

/** A writer as another process has it: over the same database, with a slot and a chain of its own. */
export async function secondWriter({ database, settings, clock }: Services): Promise<SecondWriter> {
  const lease = new SlotLease({ database });
  await lease.take('adding');
  const audit = new AuditChain(database, lease, Buffer.from(settings.secrets.auditSalt, 'base64'));
  const bus = new MemoryBus(lease);
  const metrics = new Metrics();

  return {
    writer: new PassageWriter({ database, audit, lease, bus, metrics, clock }),
    slot: lease.slot,
    close: () => lease.release(),
  };
}
