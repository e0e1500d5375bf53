import {
  posterBatchStarted,
  type PosterBatch,
  type PosterBatchStarted,
} from '@anxing/contract/posterBatches';

import { jobKinds } from '../../../api/src/commands/jobKinds';
import { LongJobs } from '../../../api/src/jobs/longJobs';
import { buildPoint, buildPoster } from './factories/buildPoint';
import { signedInStaff, type Auth } from './factories/signedIn';
import { work } from './jobWorker';
import type { TestApi } from './testApi';

export const posterBatchPath = '/api/v1/unit/posters.pdf';

export function startBatch({ request }: TestApi, auth: Auth, body: PosterBatch | object) {
  return request.post(posterBatchPath).set(auth).send(body);
}

export function printBatch({ request }: TestApi, auth: Auth, jobId: string) {
  return request.post(`/api/v1/unit/jobs/${jobId}/prints`).set(auth).send({});
}

export function fileOfJob({ request }: TestApi, auth: Auth, jobId: string) {
  return request.get(`/api/v1/unit/jobs/${jobId}/file`).set(auth).buffer(true);
}

/** A process that works on the jobs of this house, its turns coming when the test says so. */
export function houseWorker({ services }: TestApi): LongJobs {
  return new LongJobs(services, jobKinds);
}

/** Starts a batch, and has it drawn. */
export async function drawnBatch(api: TestApi, auth: Auth, body: PosterBatch): Promise<PosterBatchStarted> {
  const started = posterBatchStarted.parse((await startBatch(api, auth, body).expect(202)).body);
  await work(houseWorker(api));

  return started;
}

export function pagesIn(pdf: Buffer): number | undefined {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
}

/** A manager whose unit has points: `count` with a poster, one without, and one that is closed. */
export async function unitToPrint({ services }: TestApi, count = 3) {
  const manager = await signedInStaff(services);
  const { unit } = manager;
  const postered: { id: string; link: string }[] = [];
  for (let i = 0; i < count; i += 1) {
    const point = await buildPoint(services, { unit, values: { name: `张贴点${i}` } });
    postered.push({ id: point.id, link: (await buildPoster(services, point)).link });
  }
  const bare = await buildPoint(services, { unit, values: { name: '未生成' } });
  const closed = await buildPoint(services, { unit, values: { name: '已停用', active: false } });

  return { ...manager, postered, ids: postered.map(({ id }) => id), bare, closed };
}
