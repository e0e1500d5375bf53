import type { Job } from '../jobs/job';
import { lapseAppeals } from './appeals/lapseAppeals';
import { expireChanges } from './changes/expireChanges';
import { endUnclearDuties } from './duties/endUnclearDuties';
import { tidyEvidence } from './evidence/tidyEvidence';
import { tendBatches } from './feeds/tendBatches';
import { judgeRegionsDaily, judgeRegionScans } from './risk/recompute/regionScans';
import { passTime } from './risk/recompute/recomputer';
import { followScreening } from './screening/followScreening';

/** Timed work that commands do. */
export const timedJobs: readonly Job[] = [
  endUnclearDuties,
  expireChanges,
  followScreening,
  judgeRegionScans,
  judgeRegionsDaily,
  lapseAppeals,
  passTime,
  tendBatches,
  tidyEvidence,
];
