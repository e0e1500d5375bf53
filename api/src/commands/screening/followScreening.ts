import type { Services } from '../../context';
import type { Job } from '../../jobs/job';
import { restAfter } from '../risk/recompute/rest';
import { SliceSize } from '../risk/recompute/sliceSize';
import { keepCounts, ScreeningTally } from './screeningTally';
import { knownSubjects, newSubjects } from './listedSubjects';
import { settleDues, type Settled } from './settleDues';

async function settleSlice(
  services: Services,
  size: SliceSize,
  subjects: readonly string[],
): Promise<Settled> {
  const began = performance.now();
  const settled = await settleDues(services, subjects);
  const ms = performance.now() - began;
  size.took(ms);
  await restAfter(ms, subjects.length);

  return settled;
}

async function settleNew(services: Services, size: SliceSize): Promise<void> {
  for await (const found of newSubjects(services)) {
    for (let left = found; left.length > 0;) {
      const next = left.slice(0, size.rows);
      left = left.slice(size.rows);
      await settleSlice(services, size, next);
    }
  }
}

/**
 * Follows the lists of who has to be tested: takes in who is new on one, then goes through everybody who is known, lets go
 * who is listed no more, reminds, and counts. Each slice is a transaction that changes nothing when it is done again, so
 * that a run that died is simply made up for by the next one.
 */
export const followScreening: Job = {
  name: 'follow screening',
  everyMs: 30 * 60_000,
  async perform(services) {
    const asOf = services.clock.now();
    const size = new SliceSize(services.database.dialect);
    const tally = new ScreeningTally(services.screening);
    await settleNew(services, size);
    for await (const subjects of knownSubjects(services, () => size.rows)) {
      tally.add((await settleSlice(services, size, subjects)).outcomes);
    }
    await keepCounts(services, tally, asOf);
  },
};
