import { setImmediate as nextTurn } from 'node:timers/promises';

import { idFromBytes, idToBytes } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import { endPresences } from '../flow/endPresences';
import type { StoredPresence } from '../flow/storedPresences';
import { tellOfPresences } from '../flow/tellOfPresences';
import type { Point } from '../models/point';

/** People who are let go in one transaction: on SQLite it keeps everybody else waiting. */
const slice = 100;

/** Whose stay is ended: who was inside at that moment; who comes later stays. */
interface Emptying {
  point: Point;
  /** With those below it. */
  pointIds: readonly string[];
  /** ms */
  at: number;
}

async function someInside({ database }: Services, { pointIds, at }: Emptying): Promise<string[]> {
  const rows = await database.select(
    'SELECT DISTINCT person_id FROM presences WHERE point_id IN (?) AND inside = 1 AND changed_at <= ? LIMIT ?',
    [pointIds.map(idToBytes), at, slice],
  );

  return rows.map((row) => idFromBytes(row.person_id as Uint8Array));
}

function countPeople(presences: readonly StoredPresence[]): number {
  return new Set(presences.map(({ personId }) => personId)).size;
}

function letGo(
  services: Services,
  origin: Origin,
  { point, pointIds, at }: Emptying,
  personIds: readonly string[],
): Promise<StoredPresence[]> {
  const { database, lease } = services;
  const known = new Set(pointIds);

  return writeAs(services, origin, async (scene) => {
    const ended = await endPresences(
      database,
      lease.slot,
      personIds,
      ({ pointId, changedAt }) =>
        known.has(pointId) && changedAt <= at ? { changedAt: at, leavesAt: at } : undefined,
      database.within(scene.tx),
    );
    if (ended.length > 0) {
      const action = point.kind === 'vehicle' ? 'points.endTrip' : 'points.empty';
      scene.events.push({ action, target: point.id, details: { left: countPeople(ended) } });
    }

    return ended;
  });
}

/**
 * Everybody out of a point and those below it, at the end of a vehicle's trip or when a place is cleared. Done in
 * slices; when it is broken off, doing it again does the rest.
 * @returns how many people left
 */
export async function emptyPoint(services: Services, origin: Origin, point: Point): Promise<number> {
  const tree = await services.flow.trees.get(point.unitId);
  const emptying = { point, pointIds: tree?.treeOf(point.id) ?? [], at: services.clock.now() };
  let left = 0;
  for (;;) {
    const personIds = await someInside(services, emptying);
    if (personIds.length === 0) {
      return left;
    }
    const ended = await letGo(services, origin, emptying, personIds);
    tellOfPresences(services.bus, ended);
    left += countPeople(ended);
    await nextTurn();
  }
}
