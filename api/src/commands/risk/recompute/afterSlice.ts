import type { Services } from '../../../context';
import type { Change } from '../../../storage/bus';
import type { Link } from '../../../storage/link';
import { systemActor, type AuditEvent } from '../../../storage/scene';
import type { SliceResult } from './judgeSlice';

export function appendEvents(
  services: Services,
  link: Link,
  events: AuditEvent[],
  now: number,
): Promise<void> {
  return services.audit.append({ actor: systemActor, ip: null, now, events }, link);
}

function changesOf(personIds: readonly string[]): Change[] {
  return personIds.map((id) => ({ table: 'persons', id }));
}

export function tellChanges({ bus }: Services, changes: readonly Change[]): void {
  if (changes.length > 0) {
    bus.publish('changes', [...changes]);
  }
}

/**
 * Whose kept rows no longer say all. What a look has judged stays beside the row by which it went: when facts have changed
 * it has to go too, though the row itself stays as it is.
 */
export function changesAfter(
  cause: string,
  { written, confirmed }: Pick<SliceResult, 'written' | 'confirmed'>,
): Change[] {
  return changesOf(cause === 'rules' ? written : [...written, ...confirmed]);
}
