import type { z } from 'zod';

import type { conformanceVerdicts } from '@anxing/contract/deviceApi';
import type { TaskReport } from '@anxing/contract/devices';

import { AppError } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { ConformanceRun } from '../../models/conformanceRun';
import { DeviceModel } from '../../models/deviceModel';
import { systemActor, type Scene } from '../../storage/scene';
import { runTasks, type RunTasks } from './runTasks';
import { requireFreeKey } from './takeKey';

type Verdicts = z.output<typeof conformanceVerdicts>;

/** A run that is not over. @throws not_found, run_over */
export async function openRun({ clock }: Services, id: string): Promise<ConformanceRun> {
  const run = await ConformanceRun.findByPk(id);
  if (!run) {
    throw new AppError('not_found');
  }
  if (run.state !== 'running' || Number(run.expiresAt) <= clock.now()) {
    throw new AppError('run_over');
  }

  return run;
}

async function lockOpen(scene: Scene, { id }: ConformanceRun): Promise<ConformanceRun> {
  const run = await lockOne(ConformanceRun, scene, { id });
  if (run?.state !== 'running') {
    throw new AppError('run_over');
  }

  return run;
}

/**
 * Puts a key into the run's slot; the same one may come again.
 * @throws conflict when another is there; device_key_used
 */
export function fillSlot(
  services: Services,
  ip: string | null,
  open: ConformanceRun,
  publicKey: string,
): Promise<ConformanceRun> {
  return writeAs(services, { actor: systemActor, ip }, async (scene) => {
    const run = await lockOpen(scene, open);
    if (run.publicKey !== null && run.publicKey !== publicKey) {
      throw new AppError('conflict');
    }
    await requireFreeKey(scene, run.id, publicKey);
    run.publicKey = publicKey;

    return run.saveBy(scene);
  });
}

function gradeScans({ scans }: RunTasks, { scans: given }: Verdicts): TaskReport[] {
  const verdicts = new Map(given.map(({ id, verdict }) => [id, verdict]));

  return scans.map(({ id, task: { title, opens } }) => {
    const [expected, answered] = [opens ? 'open' : 'stay', verdicts.get(id) ?? null];

    return { id, title, expected, answered, right: answered === expected };
  });
}

function gradeAnswers({ answers }: RunTasks, { answers: given }: Verdicts): TaskReport[] {
  const words = (genuine: boolean) => (genuine ? 'genuine' : 'refused');
  const verdicts = new Map(given.map(({ id, genuine }) => [id, words(genuine)]));

  return answers.map(({ id, task: { title, genuine } }) => {
    const [expected, answered] = [words(genuine), verdicts.get(id) ?? null];

    return { id, title, expected, answered, right: answered === expected };
  });
}

async function noteConformed(scene: Scene, { modelId }: ConformanceRun): Promise<void> {
  const model = await lockOne(DeviceModel, scene, { id: modelId });
  if (model) {
    model.conformedAt = scene.now;
    await model.saveBy(scene);
  }
}

/** Grades what a device says, once: the run is over then. All has to be right. @throws run_over */
export function gradeRun(
  services: Services,
  ip: string | null,
  open: ConformanceRun,
  verdicts: Verdicts,
): Promise<ConformanceRun> {
  return writeAs(services, { actor: systemActor, ip }, async (scene) => {
    const run = await lockOpen(scene, open);
    const { seed, startedAt, publicKey } = run;
    const tasks = runTasks(services, { seed, startedAt: Number(startedAt), keyId: publicKey ?? '' });
    const report = [...gradeScans(tasks, verdicts), ...gradeAnswers(tasks, verdicts)];
    const wrong = report.filter(({ right }) => !right);
    run.set({
      state: wrong.length === 0 ? 'passed' : 'failed',
      rightCount: report.length - wrong.length,
      report: JSON.stringify(wrong),
      endedAt: scene.now,
    });
    if (wrong.length === 0) {
      await noteConformed(scene, run);
    }

    return run.saveBy(scene);
  });
}
