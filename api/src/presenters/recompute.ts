import type { RecomputeRun } from '@anxing/contract/ruleVersions';

import type { Row } from '../storage/database';
import { optionalNumber } from './optionalNumber';

/** How far a run is: numbers only. */
export function presentRecompute(row: Row): RecomputeRun {
  return {
    id: String(row.id),
    cause: String(row.cause) as RecomputeRun['cause'],
    subject: String(row.subject),
    state: String(row.state) as RecomputeRun['state'],
    done: Number(row.done),
    total: optionalNumber(row.total),
    changed: Number(row.changed),
    startedAt: Number(row.started_at),
    finishedAt: optionalNumber(row.finished_at),
  };
}
