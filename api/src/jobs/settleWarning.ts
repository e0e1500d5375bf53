import type { WarningLevel } from '@anxing/contract/crowd';

import { writeAs, type Services } from '../context';
import { insideNow } from '../flow/insideNow';
import type { TreePoint, UnitTree } from '../flow/unitTree';
import { nextStep } from '../flow/warningGate';
import { lockState, writeState, type WarningState } from '../flow/warningStates';
import { lockOne } from '../models/auditedModel';
import { FlowWarning } from '../models/flowWarning';
import { systemActor, type Scene } from '../storage/scene';
import { raiseWarning } from './raiseWarning';

export interface UnitPlaces {
  unitId: string;
  tree: UnitTree;
}

/** One threshold of a point. */
export interface PointGate {
  point: TreePoint;
  level: WarningLevel;
  /** null when nobody wants to be warned any more. */
  threshold: number | null;
}

/** What is known once the state is locked. */
interface Locked {
  services: Services;
  scene: Scene;
  state: WarningState;
  inside: number;
}

async function raise({ services, scene, state, inside }: Locked, places: UnitPlaces, gate: PointGate) {
  const { point, level, threshold } = gate;
  const crossing = state.crossing + 1;
  const warningId = await raiseWarning(scene, {
    unitId: places.unitId,
    pointId: point.id,
    level,
    crossing,
    name: places.tree.nameOf(point.id),
    threshold: threshold ?? 0,
    capacity: point.capacity,
    inside,
  });
  await writeState(services.database, { ...state, isRaised: true, crossing, warningId }, scene.now, scene.tx);
}

async function clear({ services, scene, state }: Locked): Promise<void> {
  const { warningId } = state;
  const warning = warningId === null ? null : await lockOne(FlowWarning, scene, { id: warningId });
  if (warning) {
    warning.clearedAt = scene.now;
    await warning.saveBy(scene);
  }
  await writeState(services.database, { ...state, isRaised: false }, scene.now, scene.tx);
}

/**
 * Raises or ends a warning, if that is still to be done once its state is locked and the people are counted again: of
 * several processes that saw the same crossing, one does it.
 */
export function settleWarning(services: Services, places: UnitPlaces, gate: PointGate): Promise<void> {
  const { database } = services;
  const { point, level, threshold } = gate;

  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const key = { pointId: point.id, level, unitId: places.unitId, now: scene.now };
    const state = await lockState(database, key, scene.tx);
    const trees = new Map([[point.id, places.tree.treeOf(point.id)]]);
    const inside = (await insideNow(database, trees, scene.tx)).get(point.id) ?? 0;
    const step = nextStep({ threshold, isRaised: state.isRaised }, inside);
    const locked = { services, scene, state, inside };
    if (step === 'raise') {
      await raise(locked, places, gate);
    } else if (step === 'clear') {
      await clear(locked);
    }
  });
}
