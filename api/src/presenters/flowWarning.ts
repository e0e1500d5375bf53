import type { FlowWarning as WarningAnswer } from '@anxing/contract/flow';

import type { Services } from '../context';
import type { FlowWarning } from '../models/flowWarning';
import { Point } from '../models/point';
import { Staff } from '../models/staff';
import { openField } from '../privacy/sealedFields';
import { presentOpenWarning } from './flow';

async function pointNames(warnings: readonly FlowWarning[]): Promise<Map<string, string>> {
  const points = await Point.findAll({ where: { id: warnings.map(({ pointId }) => pointId) } });

  return new Map(points.map(({ id, name }) => [id, name]));
}

/** Colleagues are named in full to each other. */
async function staffNames(
  services: Services,
  warnings: readonly FlowWarning[],
): Promise<Map<string, string>> {
  const ids = warnings.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []);
  const staff = ids.length > 0 ? await Staff.findAll({ where: { id: ids } }) : [];

  return new Map(staff.map((one) => [one.id, openField(services.vault, 'staff', 'name', one, one.name)]));
}

export async function presentWarnings(
  services: Services,
  warnings: readonly FlowWarning[],
): Promise<WarningAnswer[]> {
  const [points, staff] = await Promise.all([pointNames(warnings), staffNames(services, warnings)]);

  return warnings.map((warning) => {
    const { pointId, capacity, peak, peakAt, clearedAt, acknowledgedBy, remark } = warning;

    return {
      ...presentOpenWarning(warning),
      pointName: points.get(pointId) ?? '',
      capacity,
      peak,
      peakAt,
      clearedAt,
      acknowledgedBy: acknowledgedBy === null ? null : (staff.get(acknowledgedBy) ?? ''),
      note: remark,
    };
  });
}
