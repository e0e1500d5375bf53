import { randomBytes } from 'node:crypto';

import { newId } from '../../../../api/src/base/ids';
import { newShortCode } from '../../../../api/src/codes/shortCode';
import { posterLink } from '../../../../api/src/codes/posterLink';
import { issuePosterToken } from '../../../../api/src/codes/posterToken';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Point } from '../../../../api/src/models/point';
import { Poster } from '../../../../api/src/models/poster';
import type { Unit } from '../../../../api/src/models/unit';
import { buildUnit, system } from './buildUnit';

let count = 0;

interface Given {
  unit?: Unit;
  parent?: Point;
  values?: Partial<Point['dataValues']>;
}

/** An active point of a unit, without a poster. */
export async function buildPoint(services: Services, given: Given = {}): Promise<Point> {
  const unit = given.unit ?? (await buildUnit(services));
  count += 1;

  return writeAs(services, system, (scene) => {
    const id = newId(scene.now);

    return createBy(Point, scene, {
      id,
      unitId: unit.id,
      parentId: given.parent?.id ?? null,
      rootId: given.parent?.rootId ?? id,
      reference: randomBytes(8).toString('hex'),
      name: `示例服务点${count}`,
      address: `示例路 ${count} 号`,
      kind: 'place',
      category: 'mall',
      division: '350102',
      active: true,
      createdAt: scene.now,
      ...given.values,
    });
  });
}

export interface BuiltPoster {
  poster: Poster;
  token: string;
  link: string;
}

/** A poster in force at a point. */
export async function buildPoster(services: Services, point: Point, serial = 1): Promise<BuiltPoster> {
  const key = services.posterKeys.current;
  const token = issuePosterToken(key, { pointReference: Buffer.from(point.reference, 'hex'), serial });
  const poster = await writeAs(services, system, (scene) =>
    createBy(Poster, scene, {
      id: newId(scene.now),
      pointId: point.id,
      serial,
      keyId: key.id,
      shortCode: newShortCode(),
      issuedAt: scene.now,
      issuedBy: point.unitId,
    }),
  );

  return { poster, token, link: posterLink(services.settings.origin, token) };
}
