import type { TrailItem } from '@anxing/contract/me';

import type { Services } from '../context';
import { Point } from '../models/point';
import type { OwnPassage } from '../passages/ownPassages';
import { presentPlace } from './place';
import { presentPassReason } from './reasonWords';

const gone = { name: '（已停用的服务点）', address: '' };

/** Lines of the own trail: where, when, and what was decided there. */
export async function presentTrail(
  services: Services,
  passages: readonly OwnPassage[],
): Promise<TrailItem[]> {
  const points = await Point.findAll({ where: { id: [...new Set(passages.map(({ pointId }) => pointId))] } });
  const places = new Map(points.map((point) => [point.id, presentPlace(point)]));

  return passages.map(
    ({ id, kind, deviceId, direction, at, pointId, colour, decision, temperature, reason, isOpen }) => ({
      id,
      kind,
      byDevice: deviceId !== null,
      direction,
      at,
      place: places.get(pointId) ?? gone,
      colour,
      decision,
      temperature: temperature === null ? null : temperature / 10,
      reason: presentPassReason(services, reason),
      open: isOpen,
    }),
  );
}
