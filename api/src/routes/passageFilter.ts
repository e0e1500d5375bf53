import type { passageFilters } from '@anxing/contract/passages';
import { limits } from '@anxing/contract/limits';
import type { z } from 'zod';

import { addDays, dayOf, instantOf, startOfDay } from '../base/days';
import { InvalidInput } from '../base/errors';
import type { Services } from '../context';
import { subtrees } from '../flow/pointTree';
import { Point } from '../models/point';
import type { PassageFilter } from '../passages/passageWhere';

export type Filters = z.output<z.ZodObject<typeof passageFilters>>;

const minuteMs = 60_000;

/** Points with those below them: whoever asks for a building means its gates as well. Undefined where one is not the unit's. */
async function pointsAsked(unitId: string, pointId: string): Promise<string[] | undefined> {
  const points = await Point.findAll({ attributes: ['id', 'parentId'], where: { unitId } });
  const trees = subtrees(points);
  const asked = pointId.split(',').map((id) => trees.get(id));

  return asked.includes(undefined) ? undefined : [...new Set(asked.flatMap((tree) => tree ?? []))];
}

/** From the first instant of a day or minute to the end of another, within the time that passages are kept. */
function rangeOf({ config }: Services, { from, to }: Filters, now: number): { from: number; until: number } {
  const { zone } = config.brand;
  const kept = startOfDay(addDays(dayOf(now, zone), -config.retention.passageDays), zone);
  const first = from?.includes('T') ? instantOf(from, zone) : from && startOfDay(from, zone);
  const end = to?.includes('T') ? instantOf(to, zone) + minuteMs : to && startOfDay(addDays(to, 1), zone);
  const latest = now + limits.checkInFutureMinutes * minuteMs;

  return { from: Math.max(kept, first || kept), until: Math.min(latest, end || latest) };
}

/** By staff or by a gate: both are checks. */
function wayOf(kind: Filters['kind']): Pick<PassageFilter, 'kind' | 'checkedBy'> {
  return kind === 'staff' || kind === 'device' ? { kind: 'scan', checkedBy: kind } : { kind };
}

/** In tenths of a degree, as it is stored. */
function temperatureOf({ config }: Services, kind: Filters['temperature']): PassageFilter['temperature'] {
  const fever = Math.round(config.policy.feverFrom * 10);

  return kind === 'fever' ? { from: fever } : kind === 'normal' ? { below: fever } : kind;
}

/**
 * What was asked for, in terms of the table: days become instants of the zone, a name its blind index.
 * @throws invalid_input for a point that the unit does not have and for an unknown colour
 */
export async function passageFilter(
  services: Services,
  unitId: string,
  filters: Filters,
): Promise<PassageFilter> {
  const { pointId, kind, direction, colour, decision, name, staffId, counted, temperature } = filters;
  const pointIds = pointId === undefined ? undefined : await pointsAsked(unitId, pointId);
  const isColour = services.colours.colours.some((one) => one.name === colour);
  const faults = {
    ...(pointId !== undefined && !pointIds ? { pointId: 'pointUnknown' } : {}),
    ...(colour !== undefined && !isColour ? { colour: 'choice' } : {}),
  };
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }

  return {
    ...rangeOf(services, filters, services.clock.now()),
    unitId,
    pointIds,
    ...wayOf(kind),
    direction,
    colour,
    decision,
    nameIndex: name === undefined ? undefined : services.index.nameIn(unitId, name),
    staffId,
    counted: counted === undefined ? undefined : counted === 'true',
    temperature: temperatureOf(services, temperature),
  };
}
