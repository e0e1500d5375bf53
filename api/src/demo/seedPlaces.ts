import { randomBytes } from 'node:crypto';

import { newId } from '../base/ids';
import { newShortCode } from '../codes/shortCode';
import type { Services } from '../context';
import { createBy } from '../models/auditedModel';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import { Unit } from '../models/unit';
import type { Scene } from '../storage/scene';
import { demoPoints, demoUnits, type DemoPoint } from './demoPeople';

const division = '350102';

async function seedPoint(
  services: Services,
  scene: Scene,
  unitId: string,
  given: DemoPoint,
  parent: Point | null,
): Promise<void> {
  const id = newId(scene.now);
  const point = await createBy(Point, scene, {
    id,
    unitId,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    reference: randomBytes(8).toString('hex'),
    name: given.name,
    address: given.address,
    kind: given.kind,
    category: 'mall',
    division,
    capacity: given.capacity ?? null,
    warningLine: given.warningLine ?? null,
    active: true,
    createdAt: scene.now,
  });
  await createBy(Poster, scene, {
    id: newId(scene.now),
    pointId: id,
    serial: 1,
    keyId: services.posterKeys.current.id,
    shortCode: newShortCode(),
    issuedAt: scene.now,
    issuedBy: unitId,
  });
  for (const child of given.children ?? []) {
    await seedPoint(services, scene, unitId, child, point);
  }
}

/** The demo's units with points and posters. */
export async function seedPlaces(
  services: Services,
  scene: Scene,
): Promise<Record<keyof typeof demoUnits, Unit>> {
  const build = (given: (typeof demoUnits)[keyof typeof demoUnits]) =>
    createBy(Unit, scene, { ...given, id: newId(scene.now), division, active: true, createdAt: scene.now });
  const units = {
    operator: await build(demoUnits.operator),
    mall: await build(demoUnits.mall),
    community: await build(demoUnits.community),
  };
  for (const point of demoPoints) {
    await seedPoint(services, scene, units.mall.id, point, null);
  }

  return units;
}
