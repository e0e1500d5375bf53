import { randomBytes } from 'node:crypto';

import { creditCodeCheck } from '@anxing/contract/creditCode';

import { newId } from '../../../api/src/base/ids';
import { issuePosterToken } from '../../../api/src/codes/posterToken';
import { newShortCode } from '../../../api/src/codes/shortCode';
import type { Services } from '../../../api/src/context';
import { Point } from '../../../api/src/models/point';
import { Poster } from '../../../api/src/models/poster';
import { Unit } from '../../../api/src/models/unit';
import { insertAll } from './insertAll';

/** Of each unit: two places with four gates each, and a poster at every one of them. */
const placesPerUnit = 2;
const gatesPerPlace = 4;
const division = '350102';

export interface SeededPoint {
  id: string;
  unitId: string;
  poster: string;
}

function creditCodeOf(index: number): string {
  const first17 = `91350100MB${String(index).padStart(7, '0')}`;

  return first17 + creditCodeCheck(first17);
}

function pointValues(unitId: string, parentId: string | null, name: string, now: number) {
  const id = newId(now);

  return {
    id,
    unitId,
    parentId,
    rootId: parentId ?? id,
    reference: randomBytes(8).toString('hex'),
    name,
    address: `示例路 ${name}`,
    kind: parentId ? 'gate' : 'place',
    category: 'mall',
    division,
    active: true,
    createdAt: now,
  };
}

function pointsOf(unitId: string, now: number) {
  return Array.from({ length: placesPerUnit }, (_place, at) => {
    const place = pointValues(unitId, null, `示例楼${at + 1}`, now);
    const gates = Array.from({ length: gatesPerPlace }, (_gate, gate) =>
      pointValues(unitId, place.id, `${gate + 1} 号门`, now),
    );

    return [place, ...gates];
  }).flat();
}

/** Units with their points and posters. */
export async function seedPlaces(services: Services, units: number): Promise<SeededPoint[]> {
  const now = services.clock.now();
  const key = services.posterKeys.current;
  const unitRows = Array.from({ length: units }, (_, index) => ({
    id: newId(now),
    name: `示例单位${index + 1}`,
    kind: 'enterprise',
    creditCode: creditCodeOf(index),
    division,
    category: 'mall',
    active: true,
    createdAt: now,
  }));
  const points = unitRows.flatMap(({ id }) => pointsOf(id, now));
  const posters = points.map(({ id, unitId }) => ({
    id: newId(now),
    pointId: id,
    serial: 1,
    keyId: key.id,
    shortCode: newShortCode(),
    issuedAt: now,
    issuedBy: unitId,
  }));
  await insertAll(services, Unit, unitRows);
  await insertAll(services, Point, points);
  await insertAll(services, Poster, posters);

  return points.map(({ id, unitId, reference }) => ({
    id,
    unitId,
    poster: issuePosterToken(key, { pointReference: Buffer.from(reference, 'hex'), serial: 1 }),
  }));
}
