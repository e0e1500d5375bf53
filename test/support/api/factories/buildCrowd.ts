import { randomUUID } from 'node:crypto';

import { dayNumber } from '../../../../api/src/base/days';
import { newId } from '../../../../api/src/base/ids';
import type { Services } from '../../../../api/src/context';
import { countFlow } from '../../../../api/src/flow/countFlow';
import { writePresences, type StoredPresence } from '../../../../api/src/flow/storedPresences';
import type { Point } from '../../../../api/src/models/point';

interface Given {
  /** ms; now unless told. */
  at?: number;
  /** ms; in four hours unless told. */
  leavesAt?: number;
  /** The same people in another point; new ones unless told. */
  personIds?: readonly string[];
}

/** People are locked by their rows: without them nobody takes turns. They have no names. */
function personRow(id: string, at: number): unknown[] {
  return [id, id, 'resident', '', '', 4, 'green', '[]', 1, at];
}

/** A slot that no process of a test writes counts in. */
const slot = 900;

/** Many people who came into a point, past the check-in: told to nobody. @returns who they are */
export async function buildCrowd(
  services: Services,
  point: Point,
  count: number,
  given: Given = {},
): Promise<string[]> {
  const { database, clock, config } = services;
  const at = given.at ?? clock.now();
  const personIds = given.personIds ?? Array.from({ length: count }, () => randomUUID());
  const presences = personIds.map((personId): StoredPresence => ({
    personId,
    pointId: point.id,
    rootId: point.rootId,
    unitId: point.unitId,
    passageDay: dayNumber(at, config.brand.zone),
    passageId: newId(at),
    inside: true,
    changedAt: at,
    leavesAt: given.leavesAt ?? at + 4 * 3_600_000,
  }));
  await database.write(async (tx) => {
    if (!given.personIds) {
      await database.within(tx).insert(
        'persons (id, identity_index, id_type, name, id_number, level, colour, reasons, rule_version, created_at)',
        personIds.map((id) => personRow(id, at)),
      );
    }
    await writePresences(database, presences, database.within(tx));
    const flow = [{ pointId: point.id, at, came: personIds.length }];
    await countFlow(database, slot, flow, database.within(tx));
  });

  return [...personIds];
}
