import type { VisitAnswer } from '@anxing/contract/visits';

import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Passage } from '../passages/passage';
import { openField } from '../privacy/sealedFields';
import { maskName } from './mask';
import { presentPlace } from './place';

/** What the visitor sees, and holds up to the guard. */
export function presentVisit(
  services: Services,
  person: Person,
  passage: Passage,
  point: Point,
): VisitAnswer {
  const name = maskName(openField(services.vault, 'persons', 'name', person, person.name));
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
