import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf } from '@anxing/contract/fields';
import {
  batchQuery,
  batchTaken,
  faultQuery,
  feedBatch,
  handUploadQuery,
  rowFault,
} from '@anxing/contract/feeds';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { uploadBatch } from '../commands/feeds/uploadBatch';
import { FeedBatch } from '../models/feedBatch';
import { presentBatch } from '../presenters/feedBatch';
import { writeCsv } from '../sheets/writeCsv';
import { staffWho } from '../web/access';
import { nameDownload } from '../web/fileHeaders';
import { byId } from '../web/params';
import { readUpload } from '../web/readUpload';
import { allowances, defineRoute, type Route } from '../web/route';
import { faultPage, faultsOf, formatOf, handUpload } from './feedBatches';
import { feedOf } from './operatorFeeds';

const source = 'tests';
const access = staffWho('uploadTests');
const listKey = z.tuple([z.uuid()]);

/** Each institution counts for itself: what one uploads says nothing of what another one did. */
function channelOf(unitId: string): string {
  return `unit-${unitId.slice(-12)}`;
}

const upload = defineRoute({
  method: 'post',
  path: '/unit/test-results/uploads',
  summary: 'An institution uploads test results; they count when a second person has approved them',
  access,
  personalData: 'none',
  limit: allowances.writing,
  query: handUploadQuery,
  upload: handUpload,
  answer: batchTaken,
  status: 201,
  async handle({ services, origin, caller, query, http, now }) {
    const head = { ...formatOf(http), name: query.name, asOf: query.asOf ?? now };
    const file = await readUpload(http, handUpload);
    const sender = { channel: channelOf(caller.unit.id), submittedBy: caller.unit.name, staff: caller.staff };
    const feed = feedOf(services, source);
    const { batch, isRepeat } = await uploadBatch(services, origin, feed, { ...head, ...sender, file });

    return {
      batch: presentBatch(services, batch),
      repeated: isRepeat,
      faults: await faultsOf(services, batch),
    };
  },
});

const template = defineRoute({
  method: 'get',
  path: '/unit/test-results/template.csv',
  summary: 'An empty list of test results to fill in',
  access,
  personalData: 'none',
  limit: allowances.writing,
  status: 200,
  async handle({ services, http }) {
    const head = feedOf(services, source).columns.map(({ title }) => title);
    nameDownload(http, '检测结果模板.csv', 'text/csv; charset=utf-8');
    http.body = writeCsv([head]);
  },
});

const list = defineRoute({
  method: 'get',
  path: '/unit/test-results/batches',
  summary: 'What the own institution has uploaded, newest first',
  access,
  personalData: 'none',
  limit: allowances.reading,
  query: batchQuery,
  answer: pageOf(feedBatch),
  async handle({ services, caller, query: { cursor, limit, state } }) {
    const scope = { source, unitId: caller.unit.id, ...(state ? { state } : {}) };
    const [after] = readCursor(scope, cursor, listKey) ?? [];
    const rows = await FeedBatch.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: items.map((batch) => presentBatch(services, batch)), next };
  },
});

const faults = defineRoute({
  method: 'get',
  path: '/unit/test-results/batches/{id}/faults',
  summary: 'Wrong rows of a batch of the own institution by line and column; the first thousand are kept',
  access,
  personalData: 'none',
  limit: allowances.reading,
  params: byId,
  query: faultQuery,
  answer: pageOf(rowFault),
  async handle({ services, caller, params: { id }, query }) {
    const batch = await FeedBatch.findOne({ where: { id, source, unitId: caller.unit.id } });
    if (!batch) {
      throw new AppError('not_found');
    }

    return faultPage(services, batch, query);
  },
});

export const testUploadRoutes: Route[] = [upload, template, list, faults];
