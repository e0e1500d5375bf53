import { Op } from 'sequelize';
import { z } from 'zod';

import { pageOf, instant } from '@anxing/contract/fields';
import {
  batchQuery,
  batchTaken,
  faultQuery,
  feedBatch,
  handUploadQuery,
  rowFault,
} from '@anxing/contract/feeds';
import { limits } from '@anxing/contract/limits';

import { AppError } from '../base/errors';
import { cutPage, readCursor } from '../base/paging';
import { discardBatch } from '../commands/feeds/discardBatch';
import { receiveBatch } from '../commands/feeds/receiveBatch';
import { releaseBatch } from '../commands/feeds/releaseBatch';
import { uploadBatch } from '../commands/feeds/uploadBatch';
import { verifyDelivery } from '../commands/feeds/verifyDelivery';
import type { Services } from '../context';
import { FeedBatch } from '../models/feedBatch';
import { presentBatch, presentBatchWithPeople, presentRowFault } from '../presenters/feedBatch';
import { signingSource, staffWho } from '../web/access';
import type { Http } from '../web/http';
import { readUpload } from '../web/readUpload';
import { allowances, defineRoute, feedTypes, type Route } from '../web/route';
import { bySource, feedOf } from './operatorFeeds';

export const byBatch = bySource.extend({ id: z.uuid() });
const listKey = z.tuple([z.uuid()]);
const faultKey = z.tuple([z.number(), z.string()]);

/** A feed of a whole country; what a person uploads is smaller. */
export const feedUpload = { types: feedTypes, bytes: 2 ** 31 };
export const handUpload = { types: feedTypes, bytes: limits.feedFileBytes };

const deliveryQuery = z.strictObject({
  /** The source's name of the batch: a repeat has the same. */
  batch: z.string().regex(/^[\w.:-]{1,64}$/, 'format'),
  sequence: z.coerce.number().int().positive().max(2_000_000_000),
  /** ms: of when the data is. */
  asOf: z.coerce.number().pipe(instant),
  /** How many rows are meant to be sent, without head and empty lines: other ones refuse the batch. */
  rows: z
    .string()
    .regex(/^\d{1,7}$/, 'format')
    .transform(Number)
    .optional(),
});

/** The body as its media type has it. @throws feed_type_unsupported */
export function formatOf(http: Http): { format: 'csv' | 'ndjson'; charset: string } {
  const type = http.is(...feedTypes);
  if (!type) {
    throw new AppError('feed_type_unsupported');
  }

  return { format: type === 'text/csv' ? 'csv' : 'ndjson', charset: http.request.charset || 'utf-8' };
}

/** The first wrong rows of a batch. */
export async function faultsOf({ database }: Services, batch: FeedBatch) {
  const rows = await database.select(
    'SELECT line, column_name, fault FROM feed_faults WHERE batch = ? ORDER BY line, column_name LIMIT ?',
    [Number(batch.number), limits.feedFaultsTold],
  );

  return rows.map(presentRowFault);
}

/** A page of the wrong rows of a batch, by line and column. */
export async function faultPage(
  { database }: Services,
  { id, number }: FeedBatch,
  { cursor, limit }: z.output<typeof faultQuery>,
) {
  const [line, column] = readCursor({ id }, cursor, faultKey) ?? [0, ''];
  const rows = await database.select(
    'SELECT line, column_name, fault FROM feed_faults WHERE batch = ? ' +
      'AND (line > ? OR (line = ? AND column_name > ?)) ORDER BY line, column_name LIMIT ?',
    [Number(number), line, line, column, limit + 1],
  );
  const { items, next } = cutPage(rows, limit, { id }, (row) => [Number(row.line), String(row.column_name)]);

  return { items: items.map(presentRowFault), next };
}

/** @throws not_found */
export async function findBatch(source: string, id: string): Promise<FeedBatch> {
  const batch = await FeedBatch.findByPk(id);
  if (batch?.source !== source) {
    throw new AppError('not_found');
  }

  return batch;
}

const deliver = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/batches',
  summary:
    'A source delivers a batch, signed with its key: NDJSON or CSV, read as it comes. In force all at once, or not at all',
  access: signingSource,
  personalData: 'none',
  limit: allowances.proving,
  params: bySource,
  query: deliveryQuery,
  upload: feedUpload,
  answer: batchTaken,
  status: 201,
  async handle({ services, origin, params: { source }, query, http }) {
    const feed = feedOf(services, source);
    const { key, digest } = await verifyDelivery(services, {
      source,
      method: http.method,
      path: http.url,
      keyId: http.get('anxing-key'),
      time: http.get('anxing-time'),
      nonce: http.get('anxing-nonce'),
      signature: http.get('anxing-signature'),
      contentDigest: http.get('content-digest'),
    });
    const { batch: name, sequence, asOf, rows } = query;
    const sender = { channel: key.channel, submittedBy: key.owner, unitId: null, staffId: null };
    const delivered = { source, name, sequence, asOf, digest, origin: 'key' as const, ...sender };
    const content = { ...formatOf(http), rows, chunks: http.req };
    const { batch, isRepeat } = await receiveBatch(services, origin, feed, delivered, content);

    return {
      batch: presentBatch(services, batch),
      repeated: isRepeat,
      faults: await faultsOf(services, batch),
    };
  },
});

const list = defineRoute({
  method: 'get',
  path: '/operator/feeds/{source}/batches',
  summary: 'Batches of a feed, newest first',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: bySource,
  query: batchQuery,
  answer: pageOf(feedBatch),
  async handle({ services, params: { source }, query: { cursor, limit, state } }) {
    const scope = { source: feedOf(services, source).source, ...(state ? { state } : {}) };
    const after = readCursor(scope, cursor, listKey);
    const rows = await FeedBatch.findAll({
      where: { ...scope, ...(after ? { id: { [Op.lt]: after[0] } } : {}) },
      order: [['id', 'DESC']],
      limit: limit + 1,
    });
    const { items, next } = cutPage(rows, limit, scope, ({ id }) => [id]);

    return { items: items.map((batch) => presentBatchWithPeople(services, batch)), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/operator/feeds/{source}/batches/{id}',
  summary: 'One batch with its counts',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: byBatch,
  answer: feedBatch,
  handle: async ({ services, params }) =>
    presentBatchWithPeople(services, await findBatch(params.source, params.id)),
});

const faults = defineRoute({
  method: 'get',
  path: '/operator/feeds/{source}/batches/{id}/faults',
  summary: 'Wrong rows of a batch by line and column; the first thousand are kept',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: byBatch,
  query: faultQuery,
  answer: pageOf(rowFault),
  handle: async ({ services, params, query }) =>
    faultPage(services, await findBatch(params.source, params.id), query),
});

const upload = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/uploads',
  summary: 'Upload a batch by hand; it takes force when a second person has approved it',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: bySource,
  query: handUploadQuery,
  upload: handUpload,
  answer: batchTaken,
  status: 201,
  async handle({ services, origin, caller, params, query, http, now }) {
    const feed = feedOf(services, params.source);
    const head = { ...formatOf(http), name: query.name, asOf: query.asOf ?? now };
    const file = await readUpload(http, handUpload);
    const sender = { channel: 'main', submittedBy: caller.unit.name, staff: caller.staff };
    const { batch, isRepeat } = await uploadBatch(services, origin, feed, { ...head, ...sender, file });

    return {
      batch: presentBatch(services, batch),
      repeated: isRepeat,
      faults: await faultsOf(services, batch),
    };
  },
});

const release = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/batches/{id}/release',
  summary: 'Propose a batch that was held because it would turn many people; a second person decides',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: byBatch,
  answer: feedBatch,
  async handle({ services, origin, caller, params }) {
    const { id } = await findBatch(params.source, params.id);

    return presentBatch(services, await releaseBatch(services, origin, id, caller.staff.id));
  },
});

const discard = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/batches/{id}/discard',
  summary: 'Give a held batch up; the source may deliver it again',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: byBatch,
  answer: feedBatch,
  async handle({ services, origin, caller, params }) {
    const { id } = await findBatch(params.source, params.id);

    return presentBatch(services, await discardBatch(services, origin, caller.staff, id));
  },
});

export const feedBatchRoutes: Route[] = [deliver, list, show, faults, upload, release, discard];
