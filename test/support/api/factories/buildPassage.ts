import type { Services } from '../../../../api/src/context';
import type { Point } from '../../../../api/src/models/point';
import type { Passage } from '../../../../api/src/passages/passage';
import { buildOrder } from './buildOrder';
import { buildPerson, type BuiltPerson } from './buildPerson';
import { buildPoint } from './buildPoint';

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
  const order = buildOrder(services, { visitor, point, values: given.values });

  return { passage: await services.writer.submit(order), point, visitor };
}
