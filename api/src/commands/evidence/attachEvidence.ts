import { InvalidInput } from '../../base/errors';
import { Evidence, withoutData } from '../../models/evidence';
import type { Scene } from '../../storage/scene';
import type { Uploader } from './keepEvidence';

function faultsOf(ids: readonly string[], found: readonly Evidence[], path: string): Record<string, string> {
  const usable = new Set(found.filter(({ attachedTo }) => attachedTo === null).map(({ id }) => id));
  const faults = ids.flatMap((id, i): [string, string][] => {
    if (ids.indexOf(id) < i) {
      return [[`${path}.${i}`, 'twice']];
    }

    return usable.has(id) ? [] : [[`${path}.${i}`, 'evidenceUnknown']];
  });

  return Object.fromEntries(faults);
}

/**
 * Makes files part of an appeal or an override. They must be the uploader's own, and not used before.
 * @param path of the ids in the input
 * @throws invalid_input naming every wrong one
 */
export async function attachEvidence(
  scene: Scene,
  uploader: Uploader,
  ids: readonly string[],
  { attachedTo, path }: { attachedTo: string; path: string },
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const found = await Evidence.findAll({
    attributes: withoutData,
    where: { id: [...ids], ...uploader },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  const faults = faultsOf(ids, found, path);
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
  for (const evidence of found) {
    evidence.attachedTo = attachedTo;
    await evidence.saveBy(scene);
  }
}
