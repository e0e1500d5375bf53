import type { TrailItem } from '@anxing/contract/me';

import type { Point } from '../models/point';
import type { OwnPassage } from '../passages/ownPassages';
import { presentPlace } from './place';

/** One line of the own trail. */
export function presentTrailItem(passage: OwnPassage, point: Point | undefined): TrailItem {
  const { id, kind, direction, at, colour, decision, isOpen } = passage;

  return {
    id,
    kind,
    direction,
    at,
    place: point ? presentPlace(point) : { name: '（已停用的服务点）', address: '' },
    colour,
    decision,
    open: isOpen,
  };
}
