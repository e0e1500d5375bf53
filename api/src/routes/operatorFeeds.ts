import { z } from 'zod';

import { proposedChange } from '@anxing/contract/changes';
import { feedBoard, feedDetail, feedKey, feedKeyCreate } from '@anxing/contract/feeds';
import { recomputeRuns } from '@anxing/contract/ruleVersions';

import { AppError } from '../base/errors';
import { proposeFeedKey } from '../commands/feeds/proposeFeedKey';
import { proposeKeyEnd } from '../commands/feeds/proposeKeyEnd';
import { revokeFeedKey } from '../commands/feeds/revokeFeedKey';
import type { Services } from '../context';
import { FeedKey } from '../models/feedKey';
import { presentFeed, presentFeedKey } from '../presenters/feed';
import { presentRecompute } from '../presenters/recompute';
import type { FeedRule } from '../risk/feedRules';
import { feedCounts } from '../status/feedCounts';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

export const bySource = z.strictObject({ source: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/) });
const byKey = bySource.extend({ id: z.uuid() });

const nothing = { asOf: null, openRows: 0, waiting: 0, last: null, sequences: [] };
const recomputesShown = 20;

/** @throws not_found */
export function feedOf({ feedRules }: Services, source: string): FeedRule {
  const feed = feedRules.find((rule) => rule.source === source);
  if (!feed) {
    throw new AppError('not_found');
  }

  return feed;
}

const board = defineRoute({
  method: 'get',
  path: '/operator/feeds',
  summary: 'Every feed: how old its data is, what is on record, what came last',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  answer: feedBoard,
  async handle({ services, now }) {
    const counts = await feedCounts(services.database);
    const feeds = services.feedRules.map((rule) =>
      presentFeed(services, rule, counts.get(rule.source) ?? nothing, now),
    );

    return { feeds, serverTime: now };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/operator/feeds/{source}',
  summary: 'One feed with its columns and its keys',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: bySource,
  answer: feedDetail,
  async handle({ services, params: { source }, now }) {
    const rule = feedOf(services, source);
    const counts = (await feedCounts(services.database)).get(source) ?? nothing;
    const keys = await FeedKey.findAll({ where: { source }, order: [['id', 'DESC']] });

    return { feed: presentFeed(services, rule, counts, now), keys: keys.map(presentFeedKey) };
  },
});

const addKey = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/keys',
  summary: 'Propose the public key of a source; it counts when a second person has approved it',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: bySource,
  body: feedKeyCreate,
  answer: feedKey,
  status: 201,
  async handle({ services, origin, caller, params, input }) {
    const feed = feedOf(services, params.source);

    return presentFeedKey(await proposeFeedKey(services, origin, { feed, staff: caller.staff, ...input }));
  },
});

const dropKey = defineRoute({
  method: 'delete',
  path: '/operator/feeds/{source}/keys/{id}',
  summary: 'Revoke a key at once: what it signs counts no more',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: byKey,
  handle: ({ services, origin, params }) => revokeFeedKey(services, origin, params),
});

const endKey = defineRoute({
  method: 'post',
  path: '/operator/feeds/{source}/keys/{id}/end',
  summary: 'Propose to wait no more for the deliverer whose key was revoked; a second person has to agree',
  access: staffWho('manageFeeds'),
  personalData: 'none',
  limit: allowances.writing,
  params: byKey,
  body: z.strictObject({}),
  answer: proposedChange,
  status: 201,
  async handle({ services, origin, caller, params }) {
    const feed = feedOf(services, params.source);
    const change = await proposeKeyEnd(services, origin, { feed, id: params.id, staff: caller.staff });

    return { changeId: change.id };
  },
});

const soonMs = 60_000;

const recomputes = defineRoute({
  method: 'get',
  path: '/operator/recomputes',
  summary: 'How far people are judged anew, the newest run first',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  answer: recomputeRuns,
  async handle({ services, now }) {
    // What is only due in days is no news; what could not go on comes again within a minute.
    const rows = await services.database.select(
      "SELECT * FROM recomputes WHERE state <> 'waiting' OR due_at <= ? " +
        "ORDER BY CASE state WHEN 'done' THEN 1 ELSE 0 END, id DESC LIMIT ?",
      [now + soonMs, recomputesShown],
    );

    return { items: rows.map(presentRecompute) };
  },
});

export const operatorFeedRoutes: Route[] = [board, show, addKey, dropKey, endKey, recomputes];
