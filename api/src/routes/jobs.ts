import { createReadStream } from 'node:fs';

import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import { job, jobQuery } from '@anxing/contract/jobs';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { dropJob } from '../commands/dropJob';
import { noteRead } from '../commands/noteRead';
import { LongJob } from '../models/longJob';
import { authorise } from '../policies/authorise';
import { presentJob } from '../presenters/job';
import { workingStaff } from '../web/access';
import type { StaffCaller } from '../web/caller';
import { nameDownload } from '../web/fileHeaders';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const access = workingStaff;
const listKey = z.tuple([z.uuid()]);

/** A job is for the staff member who started it: what it made is a look of his at data, and of nobody else. */
export async function ownJob({ staff }: StaffCaller, id: string): Promise<LongJob> {
  const found = await LongJob.findByPk(id);
  if (found?.staffId !== staff.id) {
    throw new AppError('not_found');
  }

  return found;
}

const list = defineRoute({
  method: 'get',
  path: '/unit/jobs',
  summary: 'The background jobs that I started, newest first',
  access,
  personalData: 'none',
  limit: allowances.reading,
  query: jobQuery,
  answer: pageOf(job),
  async handle({ caller, query: { cursor, limit, ...filters } }) {
    const scope = { ...filters, staffId: caller.staff.id };
    const after = readCursor(scope, cursor, listKey);
    const rows = await LongJob.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: items.map(presentJob), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/unit/jobs/{id}',
  summary: 'How far a background job is',
  access,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  answer: job,
  handle: async ({ caller, params }) => presentJob(await ownJob(caller, params.id)),
});

const fetchFile = defineRoute({
  method: 'get',
  path: '/unit/jobs/{id}/file',
  summary: 'What a background job made, until it expires',
  access,
  personalData: 'masked',
  limit: allowances.writing,
  params: byId,
  status: 200,
  async handle({ services, origin, caller, params, now, http }) {
    const { id, kind, ability, file, fileName, mediaType, expiresAt } = await ownJob(caller, params.id);
    // Who lost the role that it took does not get the file any more.
    authorise(caller.abilities[ability]);
    const bytes = file && now < expiresAt ? await services.files.sizeOf(file) : undefined;
    if (!file || bytes === undefined) {
      throw new AppError('not_found');
    }
    await noteRead(services, origin, 'jobs.fetch', id, { kind });
    nameDownload(http, fileName ?? id, mediaType ?? 'application/octet-stream');
    http.length = bytes;
    http.body = createReadStream(services.files.pathOf(file));
  },
});

const drop = defineRoute({
  method: 'delete',
  path: '/unit/jobs/{id}',
  summary: 'Cancel a background job that has not ended; forget one that has, with its file',
  access,
  personalData: 'none',
  limit: allowances.writing,
  params: byId,
  async handle({ services, origin, caller, params }) {
    const { id } = await ownJob(caller, params.id);
    await dropJob(services, origin, id);
  },
});

export const jobRoutes: Route[] = [list, show, fetchFile, drop];
