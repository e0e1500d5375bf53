import type { Services } from '../../../context';
import { allRegions } from '../../../models/recordCaches';
import { tellChanges } from './afterSlice';
import { performSlice } from './performSlice';
import { isBatchWaiting, noteTotal, type Claim } from './recomputeLease';
import { restAfter } from './rest';
import { SliceSize } from './sliceSize';

/** ms: so often a run over everybody looks whether a batch waits behind it. */
const lookEveryMs = 1_000;

/**
 * Judges everybody of a run, slice by slice, until its end, or until it is to stop. A run over everybody stops for a batch
 * too: it goes on afterwards where it stood.
 */
export async function performRun(services: Services, taken: Claim, signal: AbortSignal): Promise<void> {
  const size = new SliceSize(services.database.dialect);
  // Another process may have approved a version or a level a moment ago.
  await services.rules.reload();
  await services.caches.regionPeriods.fresh(allRegions);
  await noteTotal(services, taken);
  let lookedAt = performance.now();
  let claim = taken;
  while (!signal.aborted) {
    const began = performance.now();
    const { position, passed, changes } = await performSlice(services, claim, size.rows);
    const ms = performance.now() - began;
    size.took(ms);
    tellChanges(services, changes);
    if (position === undefined) {
      return;
    }
    claim = { ...claim, position };
    if (claim.cause !== 'batch' && performance.now() - lookedAt > lookEveryMs) {
      lookedAt = performance.now();
      if (await isBatchWaiting(services)) {
        return;
      }
    }
    await restAfter(ms, passed);
  }
}
