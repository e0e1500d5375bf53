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
  const asked = subtrees(points).get(pointId);
  if (!asked) {
    throw new InvalidInput({ pointId: 'pointUnknown' });
  }

  return asked;
}

/** What was asked for, in terms of the table: days become instants of the zone, a name its blind index. */
export async function passageFilter(
  { config, colours, index }: Services,
  unitId: string,
  { from, to, pointId, name, ...rest }: Filters,
): Promise<PassageFilter> {
  const { zone } = config.brand;
  if (rest.colour !== undefined && !colours.colours.some((colour) => colour.name === rest.colour)) {
    throw new InvalidInput({ colour: 'choice' });
  }

  return {
    ...rest,
    unitId,
    from: from === undefined ? undefined : startOfDay(from, zone),
    until: to === undefined ? undefined : startOfDay(addDays(to, 1), zone),
    pointIds: await pointsAsked(unitId, pointId),
    nameIndex: name === undefined ? undefined : index.nameIn(unitId, name),
  };
}
