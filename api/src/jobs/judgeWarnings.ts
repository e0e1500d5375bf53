import { warningLevels, type WarningLevel } from '@anxing/contract/crowd';

import type { Services } from '../context';
import { insideNow } from '../flow/insideNow';
import type { TreePoint } from '../flow/unitTree';
import { nextStep } from '../flow/warningGate';
import { raisePeak, readStates, type WarningState } from '../flow/warningStates';
import { settleWarning, type PointGate, type UnitPlaces } from './settleWarning';

/** Judging once more after a change is for those who came or left while it was written. */
const rounds = 3;

interface KnownGate extends PointGate {
  state: WarningState | undefined;
}

type Counts = ReadonlyMap<string, number>;

function thresholdOf({ active, capacity, warningLine }: TreePoint, level: WarningLevel): number | null {
  return active ? (level === 'full' ? capacity : warningLine) : null;
}

/** What warns at these points, and what did and is to be ended. */
async function findGates(
  services: Services,
  { tree }: UnitPlaces,
  pointIds: readonly string[],
): Promise<KnownGate[]> {
  const states = await readStates(services.database, pointIds);
  const points = pointIds.flatMap((id) => tree.points.get(id) ?? []);
  const gates = points.flatMap((point) =>
    warningLevels.map((level) => ({
      point,
      level,
      threshold: thresholdOf(point, level),
      state: states.find((state) => state.pointId === point.id && state.level === level),
    })),
  );

  return gates.filter(({ threshold, state }) => threshold !== null || state?.isRaised);
}

/** Notes how many were inside at most while a warning stood. */
async function notePeaks(services: Services, gates: readonly KnownGate[], inside: Counts): Promise<void> {
  const { database, clock } = services;
  const higher = gates.flatMap(({ point, state }) => {
    const count = inside.get(point.id) ?? 0;
    const id = state?.isRaised && count > state.peak ? state.warningId : null;

    return id === null ? [] : [{ id, count }];
  });
  if (higher.length === 0) {
    return;
  }
  await database.write(async (tx) => {
    for (const { id, count } of higher) {
      await raisePeak(database, id, count, clock.now(), tx);
    }
  });
}

/** @returns whether anything was to be changed */
async function judgeOnce(
  services: Services,
  places: UnitPlaces,
  pointIds: readonly string[],
): Promise<boolean> {
  const gates = await findGates(services, places, pointIds);
  const trees = new Map(gates.map(({ point }) => [point.id, places.tree.treeOf(point.id)]));
  const inside = await insideNow(services.database, trees);
  const due = gates.filter(({ point, threshold, state }) => {
    const isRaised = state?.isRaised ?? false;

    return nextStep({ threshold, isRaised }, inside.get(point.id) ?? 0) !== 'stay';
  });
  for (const gate of due) {
    await settleWarning(services, places, gate);
  }
  await notePeaks(services, gates, inside);

  return due.length > 0;
}

/**
 * Raises and ends the warnings of points, and of those above them, by who is inside now: what a phone tells late of
 * yesterday counts only if it makes somebody be inside today.
 */
export async function judgeWarnings(
  services: Services,
  unitId: string,
  pointIds: Iterable<string>,
): Promise<void> {
  const tree = await services.flow.trees.get(unitId);
  const wanted = tree ? [...tree.withThoseAbove(pointIds)] : [];
  for (let left = rounds; tree && wanted.length > 0 && left > 0; left -= 1) {
    if (!(await judgeOnce(services, { unitId, tree }, wanted))) {
      return;
    }
  }
}
