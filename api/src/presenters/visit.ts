import type { VisitAnswer } from '@anxing/contract/visits';

import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Passage } from '../passages/passage';
import { maskedNameOf } from './maskedName';
import { presentPlace } from './place';

/** What the visitor sees, and holds up to the guard. */
export function presentVisit(
  services: Services,
  person: Person,
  passage: Passage,
  point: Point,
): VisitAnswer {
  const name = maskedNameOf(services, person);
  const { id, colour, decision, why, direction, at } = passage;

  return {
    place: presentPlace(point),
    colour,
    decision,
    why,
    direction,
    at,
    name,
    passages: [{ id, person: name, colour, decision }],
  };
}
