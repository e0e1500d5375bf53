import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import type { JobKind } from '../jobs/jobKind';
import { createBy, lockOne } from '../models/auditedModel';
import { LongJob } from '../models/longJob';
import { Unit } from '../models/unit';
import { sealField } from '../privacy/sealedFields';
import type { Scene } from '../storage/scene';

const hourMs = 3_600_000;

interface Wanted<I> {
  /** What it is, in words for people: without anything of a person. */
  title: string;
  input: I;
}

/** The unit is locked, so that two at once do not both fit. @throws too_many_jobs */
async function reserveTurn(scene: Scene, unitId: string): Promise<void> {
  await lockOne(Unit, scene, { id: unitId });
  const open = await LongJob.count({
    where: { unitId, state: ['waiting', 'running'] },
    transaction: scene.tx,
  });
  if (open >= limits.jobsPerUnit) {
    throw new AppError('too_many_jobs');
  }
}

/**
 * Puts work that takes long in line, for the staff member who asks. Its input is sealed: a filter may name a person.
 * @throws too_many_jobs when the unit has so many already
 */
export function startJob<I>(
  services: Services,
  origin: Origin,
  kind: JobKind<I>,
  { title, input }: Wanted<I>,
): Promise<LongJob> {
  const { id: staffId, unitId } = origin.actor;
  if (unitId === null) {
    throw new AppError('forbidden');
  }

  return writeAs(services, origin, async (scene) => {
    await reserveTurn(scene, unitId);
    const id = newId(scene.now);

    return createBy(LongJob, scene, {
      id,
      kind: kind.name,
      title,
      ability: kind.ability,
      unitId,
      staffId,
      state: 'waiting',
      done: 0,
      input: sealField(services.vault, 'jobs', 'input', id, JSON.stringify(input)),
      attempts: 0,
      createdAt: scene.now,
      expiresAt: scene.now + limits.jobHours * hourMs,
    });
  });
}
