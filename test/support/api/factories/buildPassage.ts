import { randomBytes } from 'node:crypto';

import { timeOfUuid7 } from '@anxing/contract/uuid7';

import { dayNumber } from '../../../../api/src/base/days';
import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import type { Point } from '../../../../api/src/models/point';
import type { Passage } from '../../../../api/src/passages/passage';
import { writePassage } from '../../../../api/src/passages/writePassage';
import { openField } from '../../../../api/src/privacy/sealedFields';
import { buildPerson, type BuiltPerson } from './buildPerson';
import { buildPoint } from './buildPoint';
import { system } from './buildUnit';

interface Given {
  person?: BuiltPerson;
  point?: Point;
  /** Stored as they are. */
  values?: Partial<Passage>;
}

export interface BuiltPassage {
  passage: Passage;
  point: Point;
  visitor: BuiltPerson;
}

/** A green visit that was counted, now unless told. */
export async function buildPassage(services: Services, given: Given = {}): Promise<BuiltPassage> {
  const point = given.point ?? (await buildPoint(services));
  const visitor = given.person ?? (await buildPerson(services));
  const { person } = visitor;
  const at = given.values?.at ?? services.clock.now();
  const id = given.values?.id ?? newId(at);
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
    counted: false,
    requestHash: randomBytes(32),
    nameIndex: services.index.nameIn(
      point.unitId,
      openField(services.vault, 'persons', 'name', person, person.name),
    ),
    ...given.values,
  };
  const placement = { rootId: point.rootId, stayMs: 14_400_000, now: services.clock.now() };
  const stored = await writeAs(services, system, (scene) =>
    writePassage(services.database, scene, services.settings.slot, passage, placement),
  );

  return { passage: stored, point, visitor };
}
