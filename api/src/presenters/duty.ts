import type { Duty as DutyAnswer } from '@anxing/contract/duties';

import type { Duty } from '../models/duty';
import type { Point } from '../models/point';

export function presentDuty(duty: Duty, point: Point): DutyAnswer {
  const { id, name, address } = point;

  return { id: duty.id, point: { id, name, address }, place: duty.place, since: duty.since };
}
