import type { ScanAnswer } from '@anxing/contract/visits';

import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Passage } from '../passages/passage';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';
import { presentPlace } from './place';

/** What a guard sees: colour and decision, name and number masked, never the reasons. */
export function presentScan(
  services: Services,
  object: ScanAnswer['object'],
  person: Person,
  passage: Passage,
  point: Point,
): ScanAnswer {
  const { id, colour, decision, why, direction, at } = passage;

  return {
    id,
    object,
    colour,
    decision,
    why,
    person: {
      name: maskedNameOf(services, person),
      idNumber: maskIdNumber(openField(services.vault, 'persons', 'id_number', person, person.idNumber)),
    },
    place: presentPlace(point),
    direction,
    at,
  };
}
