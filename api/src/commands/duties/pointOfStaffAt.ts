import { limits } from '@anxing/contract/limits';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { Point } from '../../models/point';

const clockMs = limits.dutyClockMinutes * 60_000;
const unheardMs = limits.dutyUnheardHours * 3_600_000;
const pastMs = limits.checkInPastHours * 3_600_000;

interface Span {
  from: number;
  until: number;
}

/** Whoever has no network does not hear that his colour has ended his duty. */
function endOf(until: unknown, endedBy: unknown): number {
  if (until === null) {
    return Infinity;
  }

  return Number(until) + clockMs + (endedBy === null ? 0 : unheardMs);
}

/** When a staff member was on duty at a point, as far back as a passage may lie. */
async function dutiesAt({ database, clock }: Services, staffId: string, pointId: string): Promise<Span[]> {
  const oldest = clock.now() - pastMs - clockMs - unheardMs;
  const rows = await database.select(
    'SELECT since, until, ended_by FROM duties ' +
      'WHERE staff_id = ? AND point_id = ? AND (until IS NULL OR until >= ?)',
    [staffId, pointId, oldest],
  );

  return rows.map(({ since, until, ended_by: endedBy }) => ({
    from: Number(since) - clockMs,
    until: endOf(until, endedBy),
  }));
}

/**
 * Where a staff member stood when a passage happened that is told late: at the point, if he was on duty there then,
 * whatever has become of that duty since. Looked up once, when it is first asked.
 * @returns by the time of the passage (ms); throws late_off_duty
 */
export function pointOfStaffAt(
  services: Services,
  staffId: string,
  point: Point,
): (at: number) => Promise<Point> {
  let duties: Promise<Span[]> | undefined;

  return async (at) => {
    duties ??= dutiesAt(services, staffId, point.id);
    if (!(await duties).some(({ from, until }) => from <= at && at <= until)) {
      throw new AppError('late_off_duty');
    }

    return point;
  };
}
