import type { ErrorCode } from '@anxing/contract/errors';

import { AppError } from '../base/errors';
import { writeAs, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { LongJob } from '../models/longJob';
import { systemActor, type Scene } from '../storage/scene';
import type { JobFile } from './jobKind';
import type { Claim, Progress } from './jobLease';

type Ending = Partial<Pick<LongJob, 'file' | 'fileName' | 'mediaType' | 'fileBytes' | 'error'>>;

/** The job, if it is still held by whoever wants to end it. */
function heldBy(scene: Scene, { id, holder }: Claim): Promise<LongJob | null> {
  return lockOne(LongJob, scene, { id, holder, state: 'running' });
}

function end(
  services: Services,
  claim: Claim,
  state: 'done' | 'failed',
  progress: Progress,
  ending: Ending,
): Promise<boolean> {
  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const job = await heldBy(scene, claim);
    job?.set({ ...ending, ...progress, state, finishedAt: scene.now, holder: null, leaseUntil: null });
    await job?.saveBy(scene);

    return job !== null;
  });
}

/** @returns whether it was still ours to finish */
export async function finishJob(
  services: Services,
  claim: Claim,
  progress: Progress,
  made: JobFile | undefined,
): Promise<boolean> {
  const fileBytes = made ? ((await services.files.sizeOf(claim.file)) ?? null) : null;
  const file = made ? { file: claim.file, fileName: made.name, mediaType: made.mediaType, fileBytes } : {};

  return end(services, claim, 'done', progress, file);
}

/** What the owner is told of a failure; what is ours to mend is in the log. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}

export function failJob(
  services: Services,
  claim: Claim,
  progress: Progress,
  code: ErrorCode,
): Promise<boolean> {
  return end(services, claim, 'failed', progress, { error: code });
}
