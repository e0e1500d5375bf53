import type { Point, PointCreate } from '@anxing/contract/points';

/** What the form holds: fields that are not filled in yet are undefined or null. */
export interface PointValues {
  name?: string;
  address?: string;
  kind: Point['kind'];
  category?: string;
  division?: string;
  capacity?: number | null;
  warningLine?: number | null;
  parentId?: string | null;
  line?: string | null;
  plate?: string | null;
  location?: { latitude?: number | null; longitude?: number | null };
}

function locationOf({ location }: PointValues): PointCreate['location'] {
  const { latitude, longitude } = location ?? {};

  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
}

/** What only a vehicle has; an empty field is none. */
function vehicleOf({ kind, line, plate }: PointValues): Pick<PointCreate, 'line' | 'plate'> {
  return kind === 'vehicle' ? { line: line?.trim() || null, plate: plate?.trim() || null } : {};
}

/** What the API gets; the form has made sure that the required fields are there. */
export function pointInput(values: PointValues): Omit<PointCreate, 'parentId'> {
  return {
    name: values.name ?? '',
    address: values.address ?? '',
    kind: values.kind,
    category: values.category ?? '',
    division: values.division ?? '',
    capacity: values.capacity ?? null,
    warningLine: values.warningLine ?? null,
    location: locationOf(values),
    ...vehicleOf(values),
  };
}

export function valuesOf({ location, ...point }: Point): PointValues {
  const { name, address, kind, category, division, capacity, warningLine, line, plate } = point;

  return {
    name,
    address,
    kind,
    category,
    division,
    capacity,
    warningLine,
    line,
    plate,
    ...(location ? { location } : {}),
  };
}
