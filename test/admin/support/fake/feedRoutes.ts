import {
  batchQuery,
  faultQuery,
  feedKeyCreate,
  handUploadQuery,
  type FeedBatch,
} from '@anxing/contract/feeds';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import { fakeBatch, fakeFaults, fakeFeed, fakeFeedConfig } from './fakeFeeds';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

function feedOf({ risk, now }: FakeHouse, source: string | undefined) {
  const raw = fakeFeedConfig.find((feed) => feed.source === source);
  if (!raw) {
    throw new FakeRefusal('not_found');
  }

  return fakeFeed(raw, risk.batches, now);
}

function findBatch({ risk }: FakeHouse, id: string | undefined): FeedBatch {
  const batch = risk.batches.find((one) => one.id === id);
  if (!batch) {
    throw new FakeRefusal('not_found');
  }

  return batch;
}

export function listBatches(house: FakeHouse, source: string | undefined, query: FakeCall['query']) {
  const { state, ...paged } = checked(batchQuery, query);
  const found = house.risk.batches.filter(
    (batch) => batch.source === source && (!state || batch.state === state),
  );

  return json(pageOf(found, paged));
}

export function readBatch({ house, params }: FakeCall) {
  return json(findBatch(house, params.at(-1)));
}

export function readFaults({ house, params, query }: FakeCall) {
  const { wrong } = findBatch(house, params.at(-1));

  return json(pageOf(fakeFaults(wrong), checked(faultQuery, query)));
}

/** What is uploaded has three wrong rows, and waits; the same name comes again as a repeat. */
export function takeUpload({ house, query }: FakeCall, source: string) {
  const { name, asOf = house.now } = checked(handUploadQuery, query);
  const { risk } = house;
  const before = risk.batches.find(({ batchId }) => batchId === name);
  const batch =
    before ??
    fakeBatch(source, 0, house.now, {
      id: fakeId(22, 500 + risk.batches.length),
      batchId: name,
      origin: 'hand',
      state: 'waiting',
      sequence: null,
      rows: 120,
      added: 100,
      unchanged: 17,
      wrong: 3,
      changedPeople: null,
      inForceAt: null,
      asOf,
      submittedBy: house.own().staff.name,
      changeId: fakeId(20, 1),
    });
  if (!before) {
    risk.batches.unshift(batch);
  }

  return json({ batch, repeated: before !== undefined, faults: fakeFaults(batch.wrong) }, 201);
}

function addKey({ house, params: [source = ''], body }: FakeCall) {
  const input = checked(feedKeyCreate, body);
  const keys = house.risk.feedKeys.get(source) ?? [];
  const key = { ...input, id: `k${keys.length}new`, createdAt: house.now, lastUsedAt: null };
  house.risk.feedKeys.set(source, [...keys, { ...key, state: 'waiting' }]);

  return json({ ...key, state: 'waiting' }, 201);
}

function revokeKey({ house, params: [source = '', id] }: FakeCall) {
  const key = house.risk.feedKeys.get(source)?.find((one) => one.id === id);
  if (!key) {
    throw new FakeRefusal('not_found');
  }
  key.state = 'revoked';

  return empty;
}

/** A held batch goes to the second person, or is given up. */
function decideHeld({ house, params }: FakeCall) {
  const batch = findBatch(house, params[1]);
  const changes = { release: { changeId: fakeId(20, 1) }, discard: { state: 'refused' } };

  return json(Object.assign(batch, params[2] === 'release' ? changes.release : changes.discard));
}

export const feedRoutes: FakeRoute[] = [
  { call: /^GET operator\/recomputes$/, handle: ({ house }) => json({ items: house.risk.recomputes }) },
  {
    call: /^GET operator\/feeds$/,
    handle: ({ house }) =>
      json({
        feeds: fakeFeedConfig.map(({ source }) => feedOf(house, source)),
        serverTime: house.now,
      }),
  },
  {
    call: /^GET operator\/feeds\/(\w+)$/,
    handle: ({ house, params: [source = ''] }) =>
      json({ feed: feedOf(house, source), keys: house.risk.feedKeys.get(source) ?? [] }),
  },
  {
    call: /^GET operator\/feeds\/(\w+)\/batches$/,
    handle: ({ house, params, query }) => listBatches(house, params[0], query),
  },
  { call: /^GET operator\/feeds\/(\w+)\/batches\/([\w-]+)$/, handle: readBatch },
  { call: /^GET operator\/feeds\/(\w+)\/batches\/([\w-]+)\/faults$/, handle: readFaults },
  {
    call: /^GET operator\/feeds\/sealed\/batches\/([\w-]+)\/matches$/,
    handle: ({ house }) => json(house.risk.sealMatches),
  },
  {
    call: /^POST operator\/feeds\/(\w+)\/uploads$/,
    handle: (call) => takeUpload(call, call.params[0] ?? ''),
  },
  { call: /^POST operator\/feeds\/(\w+)\/batches\/([\w-]+)\/(release|discard)$/, handle: decideHeld },
  { call: /^POST operator\/feeds\/(\w+)\/keys$/, handle: addKey },
  { call: /^DELETE operator\/feeds\/(\w+)\/keys\/([\w-]+)$/, handle: revokeKey },
];
