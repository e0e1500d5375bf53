import { z } from 'zod';

import {
  fewPostersQuery,
  posterBatch,
  posterBatchKind,
  posterBatchPrinted,
  posterBatchStarted,
} from '@anxing/contract/posterBatches';
import { limits } from '@anxing/contract/limits';
import { posterSizeNames } from '@anxing/contract/posters';

import { AppError } from '../base/errors';
import { posterBatchJob } from '../commands/posterBatchJob';
import { pointsWithPosters, type SortedPoints } from '../commands/posteredPoints';
import { printBatch } from '../commands/printBatch';
import { startJob } from '../commands/startJob';
import { Point } from '../models/point';
import { authorise } from '../policies/authorise';
import { pageSizes } from '../posters/pageSizes';
import { posterPdf } from '../posters/posterPdf';
import { presentJob } from '../presenters/job';
import { posterContent, posterTheme } from '../presenters/posterContent';
import { staffWho } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { nameDownload } from '../web/fileHeaders';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { ownJob } from './jobs';
import { pointConditions } from './pointFilter';

const access = staffWho('managePosters');
const path = '/unit/posters.pdf';

/** Another unit's point is not there. @throws not_found */
async function ownPoints({ unit }: StaffCaller, ids: readonly string[]): Promise<SortedPoints> {
  const sorted = await pointsWithPosters(unit.id, ids);
  const { postered, missing, closed } = sorted;
  if (postered.length + missing.length + closed.length < new Set(ids).size) {
    throw new AppError('not_found');
  }

  return sorted;
}

/** @throws posters_missing naming every point without a poster in force */
function refuseMissing(without: readonly Point[], ids: readonly string[]): void {
  if (without.length > 0) {
    const fields = without.map(({ id, name }) => ({
      path: `points.${ids.indexOf(id)}`,
      message: `“${name}”没有有效的张贴码`,
      messageEn: `“${name}” has no poster in force`,
    }));
    throw new AppError('posters_missing', { fields });
  }
}

const few = defineRoute({
  method: 'get',
  path,
  summary: 'The posters in force of a few points as one PDF, a page each',
  access,
  personalData: 'none',
  limit: allowances.writing,
  query: fewPostersQuery,
  status: 200,
  async handle({ services, caller, query: { points, size }, http }) {
    const { postered, missing, closed } = await ownPoints(caller, points);
    refuseMissing([...missing, ...closed], points);
    const contents = postered.map(({ point, poster }) => posterContent(services, point, poster));
    nameDownload(http, `张贴码-${postered.length}张-${posterSizeNames[size]}.pdf`, 'application/pdf');
    http.body = posterPdf(contents, posterTheme(services), pageSizes[size]);
  },
});

const start = defineRoute({
  method: 'post',
  path,
  summary: 'Draw the posters of chosen points, or of all that match a filter, into one PDF in the background',
  access,
  personalData: 'none',
  limit: allowances.writing,
  body: posterBatch,
  bodyBytes: limits.posterBatchBytes,
  answer: posterBatchStarted,
  status: 202,
  async handle({ services, origin, caller, input: { points, filter = {}, size, issueMissing } }) {
    const where = points ? undefined : await pointConditions(services, caller, filter);
    const ids = points ?? (await Point.findAll({ where, attributes: ['id'] })).map(({ id }) => id);
    const { postered, missing, closed } = await ownPoints(caller, ids);
    const wanted = [...postered.map(({ point }) => point), ...(issueMissing ? missing : [])];
    if (wanted.length === 0) {
      throw new AppError('no_posters');
    }
    const title = `张贴码 ${wanted.length} 张（${posterSizeNames[size]}）`;
    const job = await startJob(services, origin, posterBatchJob, {
      title,
      input: { points: wanted.map(({ id }) => id), size, issueMissing },
    });
    const named = (list: readonly Point[]) => list.map(({ id, name }) => ({ id, name }));

    return {
      job: presentJob(job),
      posters: wanted.length,
      missing: named(missing),
      closed: named(closed),
    };
  },
});

const print = defineRoute({
  method: 'post',
  path: '/unit/jobs/{id}/prints',
  summary: 'Count every poster of a finished batch as printed; tells which were revoked since it was drawn',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  body: z.strictObject({}),
  answer: posterBatchPrinted,
  status: 201,
  async handle({ services, origin, caller, params }) {
    const job = await ownJob(caller, params.id);
    authorise(caller.abilities[posterBatchJob.ability]);
    if (job.kind !== posterBatchKind || job.state !== 'done') {
      throw new AppError('not_found');
    }

    return printBatch(services, origin, job);
  },
});

export const posterBatchRoutes: Route[] = [few, start, print];
