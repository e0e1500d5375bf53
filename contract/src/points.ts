import { z } from 'zod';

import { divisionCode, line, paging } from './fields';
import { limits } from './limits';

export const pointKinds = ['place', 'floor', 'gate', 'vehicle'] as const;
export type PointKind = (typeof pointKinds)[number];

export const pointKindNames: Record<PointKind, string> = {
  place: '场所',
  floor: '楼层 / 区域',
  gate: '出入口',
  vehicle: '交通工具',
};

const capacity = z.number().int('type').min(1, 'tooSmall').max(limits.capacityMax, 'tooBig');

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

export const posterState = z.object({
  id: z.string(),
  serial: z.number().int(),
  shortCode: z.string(),
  link: z.string(),
  issuedAt: z.number(),
  revokedAt: z.number().nullable(),
  printed: z.number().int(),
  /** ms of the first scan; null when it was never scanned. */
  firstScannedAt: z.number().nullable(),
});
export type PosterState = z.infer<typeof posterState>;

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
  active: z.boolean(),
  createdAt: z.number(),
  /** The poster in force; null before one is issued or after it is revoked. */
  poster: posterState.nullable(),
});
export type Point = z.infer<typeof point>;

export const pointQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  category: z.string().max(40).optional(),
  active: z.enum(['true', 'false']).optional(),
  ...paging,
});
export type PointQuery = z.input<typeof pointQuery>;

export const posterSizes = ['a4'] as const;
export type PosterSize = (typeof posterSizes)[number];
export const posterQuery = z.strictObject({
  size: z.enum(posterSizes).default('a4'),
  /** Counted as a print; a preview is not. */
  print: z.enum(['true', 'false']).default('false'),
});

export const flowItem = z.object({
  pointId: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  /** Today in the configured zone. */
  in: z.number().int(),
  out: z.number().int(),
  inside: z.number().int(),
  capacity: z.number().nullable(),
  warningLine: z.number().nullable(),
});
export type FlowItem = z.infer<typeof flowItem>;
export const flow = z.object({ items: z.array(flowItem), at: z.number() });
export type Flow = z.infer<typeof flow>;
