import { randomBytes } from 'node:crypto';

import { limits } from '@anxing/contract/limits';

import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { ConformanceRun } from '../../models/conformanceRun';
import type { DeviceModel } from '../../models/deviceModel';
import { runTasks } from './runTasks';

/** Begins a run: a seed for its keys, and a slot for the key of the device that works on it. */
export function startRun(
  services: Services,
  origin: Origin,
  { id: modelId, unitId }: DeviceModel,
): Promise<ConformanceRun> {
  return writeAs(services, origin, (scene) => {
    const seed = randomBytes(32).toString('hex');
    const { scans, answers } = runTasks(services, { seed, startedAt: scene.now, keyId: '' });

    return createBy(ConformanceRun, scene, {
      id: newId(scene.now),
      unitId,
      modelId,
      seed,
      publicKey: null,
      state: 'running',
      tasks: scans.length + answers.length,
      rightCount: null,
      report: null,
      startedAt: scene.now,
      expiresAt: scene.now + limits.enrolmentHours * 3_600_000,
      endedAt: null,
    });
  });
}
