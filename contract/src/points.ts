import { z } from 'zod';

import { divisionCode, line, paging } from './fields';
import { limits } from './limits';
import { isPlate, normalPlate } from './plate';
import { posterHints, posterState } from './posters';

export const pointKinds = ['place', 'floor', 'gate', 'vehicle'] as const;
export type PointKind = (typeof pointKinds)[number];

export const pointKindNames: Record<PointKind, string> = {
  place: '场所',
  floor: '楼层 / 区域',
  gate: '出入口',
  vehicle: '交通工具',
};

const capacity = z.number().int('type').min(1, 'tooSmall').max(limits.capacityMax, 'tooBig');

/** Number or name of a line or train, as it stands on the vehicle. */
const vehicleLine = line(limits.vehicleLineLength);
const plate = z.string().max(20, 'plate').overwrite(normalPlate).refine(isPlate, 'plate');

const pointFields = {
  name: line(limits.nameLength),
  address: line(limits.addressLength),
  kind: z.enum(pointKinds),
  category: z.string().min(1, 'required').max(40),
  division: divisionCode,
  capacity: capacity.nullable(),
  warningLine: capacity.nullable(),
  /** WGS 84 degrees, when known. */
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  /** Of a vehicle only. */
  line: vehicleLine.nullable(),
  plate: plate.nullable(),
};

function warningBelowCapacity(
  point: { capacity?: number | null; warningLine?: number | null },
  context: z.RefinementCtx,
) {
  if (point.capacity && point.warningLine && point.warningLine > point.capacity) {
    context.addIssue({ code: 'custom', path: ['warningLine'], message: 'warningAboveCapacity' });
  }
}

export const pointCreate = z
  .strictObject({
    ...pointFields,
    kind: pointFields.kind.default('place'),
    capacity: pointFields.capacity.default(null),
    warningLine: pointFields.warningLine.default(null),
    location: pointFields.location.default(null),
    line: pointFields.line.default(null),
    plate: pointFields.plate.default(null),
    /** The point above: a building's floor, a floor's gate. */
    parentId: z.uuid().nullable().default(null),
  })
  .superRefine(warningBelowCapacity);
export type PointCreate = z.input<typeof pointCreate>;

export const pointChange = z
  .strictObject({ ...pointFields, active: z.boolean() })
  .partial()
  .superRefine(warningBelowCapacity);
export type PointChange = z.input<typeof pointChange>;

export const point = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  kind: z.enum(pointKinds),
  category: z.string(),
  division: z.string(),
  capacity: z.number().nullable(),
  warningLine: z.number().nullable(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  line: z.string().nullable(),
  plate: z.string().nullable(),
  active: z.boolean(),
  createdAt: z.number(),
  /** The poster in force; null before one is issued or after it is revoked. */
  poster: posterState.nullable(),
});
export type Point = z.infer<typeof point>;

export const pointFilter = z.strictObject({
  q: z.string().trim().max(60).optional(),
  category: z.string().max(40).optional(),
  active: z.enum(['true', 'false']).optional(),
  poster: z.enum(posterHints).optional(),
});
export type PointFilter = z.input<typeof pointFilter>;

export const pointQuery = pointFilter.extend(paging);
export type PointQuery = z.input<typeof pointQuery>;

export const pointTotals = z.object({
  points: z.number().int(),
  open: z.number().int(),
  /** Open, but without a poster in force. */
  missing: z.number().int(),
});
export type PointTotals = z.infer<typeof pointTotals>;
