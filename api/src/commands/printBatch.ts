import type { PosterBatchPrinted } from '@anxing/contract/posterBatches';
import type { PosterSize } from '@anxing/contract/posters';

import { newId } from '../base/ids';
import { writeAs, type Origin, type Services } from '../context';
import type { LongJob } from '../models/longJob';
import { Point } from '../models/point';
import { Poster } from '../models/poster';
import { openField } from '../privacy/sealedFields';
import { posterBatchJob } from './posterBatchJob';

function sizeOf({ vault }: Services, job: LongJob): PosterSize {
  return posterBatchJob.input.parse(JSON.parse(openField(vault, 'jobs', 'input', job, job.input))).size;
}

async function revokedOf(posters: readonly Poster[]): Promise<PosterBatchPrinted['revoked']> {
  const revoked = posters.filter(({ revokedAt }) => revokedAt !== null);
  const points = await Point.findAll({ where: { id: revoked.map(({ pointId }) => pointId) } });
  const names = new Map(points.map(({ id, name }) => [id, name]));

  return revoked.map(({ pointId, serial }) => ({ id: pointId, name: names.get(pointId) ?? '', serial }));
}

/** Counts every poster of a batch as printed, in one statement and one audit event. */
function countAll(
  services: Services,
  origin: Origin,
  job: LongJob,
  posterIds: readonly string[],
): Promise<void> {
  const size = sizeOf(services, job);

  return writeAs(services, origin, async (scene) => {
    const { actor, now, tx } = scene;
    await services.database.within(tx).insert(
      'poster_prints (id, poster_id, staff_id, size, format, at)',
      posterIds.map((posterId) => [newId(now), posterId, actor.id, size, 'pdf', now]),
    );
    scene.events.push({
      action: 'poster_prints.count',
      target: job.id,
      details: { count: posterIds.length, size },
    });
  });
}

/** Counts a batch that is printed or kept as a file, and tells what was revoked since it was drawn. */
export async function printBatch(
  services: Services,
  origin: Origin,
  job: LongJob,
): Promise<PosterBatchPrinted> {
  const rows = await services.database.select('SELECT poster_id FROM batch_posters WHERE job_id = ?', [
    job.id,
  ]);
  const ids = rows.map(({ poster_id: id }) => String(id));
  const posters = await Poster.findAll({ where: { id: ids } });
  await countAll(services, origin, job, ids);

  return { counted: ids.length, revoked: await revokedOf(posters) };
}
