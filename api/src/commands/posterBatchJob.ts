import { z } from 'zod';

import { posterBatchKind } from '@anxing/contract/posterBatches';
import { posterSizeNames, posterSizes } from '@anxing/contract/posters';

import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { defineJobKind, type JobFile, type RunningJob } from '../jobs/jobKind';
import { drawBatch } from '../posters/drawBatch';
import { posterContent, posterTheme } from '../presenters/posterContent';
import { issueMissing } from './issueMissing';
import { pointsWithPosters, type PosteredPoint } from './posteredPoints';

const input = z.object({
  points: z.array(z.string()),
  size: z.enum(posterSizes),
  issueMissing: z.boolean(),
});
type Input = z.output<typeof input>;

function originOf({ staffId, unitId }: RunningJob<Input>): Origin {
  return { actor: { kind: 'staff', id: staffId, unitId }, ip: null };
}

/** Remembers which posters are in the file, for counting when it is printed. */
function notePosters(
  services: Services,
  job: RunningJob<Input>,
  drawn: readonly PosteredPoint[],
): Promise<void> {
  return writeAs(services, originOf(job), async (scene) => {
    const link = services.database.within(scene.tx);
    await link.execute('DELETE FROM batch_posters WHERE job_id = ?', [job.id]);
    await link.insert(
      'batch_posters (job_id, poster_id)',
      drawn.map(({ poster }) => [job.id, poster.id]),
    );
    scene.events.push({ action: 'posters.draw', target: job.id, details: { count: drawn.length } });
  });
}

/** Done twice it draws the same again: what was issued before is in force. */
async function perform(services: Services, job: RunningJob<Input>): Promise<JobFile> {
  const { points, size } = job.input;
  job.progress(0, points.length);
  if (job.input.issueMissing) {
    await issueMissing(services, originOf(job), points, job.signal);
  }
  const { postered } = await pointsWithPosters(job.unitId, points);
  if (postered.length === 0) {
    throw new AppError('no_posters');
  }
  const contents = postered.map(({ point, poster }) => posterContent(services, point, poster));
  const task = { file: job.file, contents, theme: posterTheme(services), size };
  await drawBatch(task, job.signal, (done) => {
    // Once it is to end, the worker is ended: its last words are of no interest.
    if (!job.signal.aborted) {
      job.progress(done, postered.length);
    }
  });
  await notePosters(services, job, postered);

  return { name: `张贴码-${postered.length}张-${posterSizeNames[size]}.pdf`, mediaType: 'application/pdf' };
}

/** Draws the posters of many points into one PDF, a page each. */
export const posterBatchJob = defineJobKind<Input>({
  name: posterBatchKind,
  ability: 'managePosters',
  input,
  perform,
});
