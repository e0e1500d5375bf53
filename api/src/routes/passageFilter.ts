import type { passageQuery } from '@anxing/contract/passages';
import type { z } from 'zod';

import { addDays, startOfDay } from '../base/days';
import { InvalidInput } from '../base/errors';
import type { Services } from '../context';
import { subtrees } from '../flow/pointTree';
import { Point } from '../models/point';
import type { PassageFilter } from '../passages/listPassages';

type Filters = Omit<z.output<typeof passageQuery>, 'cursor' | 'limit'>;

/** A point with those below it: whoever asks for a building means its gates as well. */
async function pointsAsked(unitId: string, pointId: string | undefined): Promise<string[] | undefined> {
  if (pointId === undefined) {
    return undefined;
  }
  const points = await Point.findAll({ attributes: ['id', 'parentId'], where: { unitId } });

  return subtrees(points).get(pointId);
}

/**
 * What was asked for, in terms of the table: days become instants of the zone, a name its blind index.
 * @throws invalid_input for a point that the unit does not have and for an unknown colour
 */
export async function passageFilter(
  { config, colours, index }: Services,
  unitId: string,
  { from, to, pointId, name, ...rest }: Filters,
): Promise<PassageFilter> {
  const { zone } = config.brand;
  const pointIds = await pointsAsked(unitId, pointId);
  const isColour = colours.colours.some((colour) => colour.name === rest.colour);
  const faults = {
    ...(pointId !== undefined && !pointIds ? { pointId: 'pointUnknown' } : {}),
    ...(rest.colour !== undefined && !isColour ? { colour: 'choice' } : {}),
  };
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }

  return {
    ...rest,
    unitId,
    from: from === undefined ? undefined : startOfDay(from, zone),
    until: to === undefined ? undefined : startOfDay(addDays(to, 1), zone),
    pointIds,
    nameIndex: name === undefined ? undefined : index.nameIn(unitId, name),
  };
}
