import { randomBytes } from 'node:crypto';

import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../../../../api/src/base/days';
import { newId } from '../../../../api/src/base/ids';
import type { Services } from '../../../../api/src/context';
import type { Point } from '../../../../api/src/models/point';
import type { PassageOrder } from '../../../../api/src/passages/order';
import type { Passage } from '../../../../api/src/passages/passage';
import { openField } from '../../../../api/src/privacy/sealedFields';
import type { BuiltPerson } from './buildPerson';

interface Given {
  visitor: BuiltPerson;
  point: Point;
  /** Written as they are. */
  values?: Partial<Passage>;
}

/** A green visit as it is handed to the writer: now, and for four hours, unless told. */
export function buildOrder(services: Services, { visitor, point, values = {} }: Given): PassageOrder {
  const { person } = visitor;
  const at = values.at ?? services.clock.now();
  const id = values.id ?? newId(at);
  const name = openField(services.vault, 'persons', 'name', person, person.name);
  const passage: Passage = {
    id,
    day: dayNumber(timeOfUuid7(id), services.config.brand.zone),
    kind: 'visit',
    direction: 'in',
    at,
    receivedAt: at,
    personId: person.id,
    unitId: point.unitId,
    pointId: point.id,
    division: point.division,
    colour: 'green',
    decision: 'allow',
    why: null,
    temperature: null,
    mask: null,
    staffId: null,
    deviceId: null,
    proof: null,
    reason: null,
    isLate: false,
    overrideReason: null,
    note: null,
    counted: false,
    requestHash: randomBytes(32),
    nameIndex: services.index.nameIn(point.unitId, name),
    ...values,
  };

  return {
    passage,
    actor: { kind: 'account', id: person.id, unitId: null },
    rootId: point.rootId,
    stayMs: 14_400_000,
    look: null,
    firstScanOf: null,
  };
}
