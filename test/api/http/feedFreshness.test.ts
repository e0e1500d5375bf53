import { revokeFeedKey } from '../../../api/src/commands/feeds/revokeFeedKey';
import { deliverEmptyFeeds, deliverFacts } from '../../../api/src/commands/deliverFacts';
import { FeedKey } from '../../../api/src/models/feedKey';
import { allFeeds } from '../../../api/src/models/recordCaches';
import { currentStatus } from '../../../api/src/status/currentStatus';
import { explainPerson } from '../../../api/src/status/explain';
import { feedCounts } from '../../../api/src/status/feedCounts';
import { buildFeedClient, newSigningKey, type FeedClient } from '../../support/api/feedClient';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import type { Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { decide } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;
const feeds = '/api/v1/operator/feeds';

let api: TestApi;
let built: BuiltPerson;
let north: FeedClient;
let south: FeedClient;

beforeEach(async () => {
  api = await startApi();
  built = await buildPerson(api.services);
  north = await buildFeedClient(api, 'cases', { channel: 'north' });
  south = await buildFeedClient(api, 'cases', { channel: 'south' });
});

afterEach(() => api.close());

async function colour(): Promise<string | undefined> {
  return (await currentStatus(api.services, [built.person])).get(built.person.id)?.colour;
}

async function colourThen(at: number): Promise<string> {
  return (await explainPerson(api.services, built.person, at)).verdict.colour;
}

/** Everything else is fresh. */
async function deliverOthers(): Promise<void> {
  for (const { source } of api.services.feedRules) {
    if (source !== 'cases') {
      await deliverFacts(api.services, { source, submittedBy: 'test', facts: [] });
    }
  }
}

/** @param hours that pass before everybody else delivers */
async function pass(hours: number): Promise<void> {
  api.clock.advance(hours * hourMs);
  await deliverOthers();
}

const revoke = ({ keyId }: FeedClient) => revokeFeedKey(api.services, system, { source: 'cases', id: keyId });

test('a city that is silent is not covered by one that delivers, nor by what the platform writes', async () => {
  await north.deliver([]).expect(201);
  await south.deliver([]).expect(201);
  await pass(23);
  await north.deliver([]).expect(201);
  expect(await colour()).toBe('green');
  const fresh = api.clock.now();

  await pass(2);
  await north.deliver([]).expect(201);
  await deliverEmptyFeeds(api.services);
  await buildFact(api.services, (await buildPerson(api.services)).idNumber, {
    source: 'cases',
    kind: 'confirmed',
  });
  expect(await colour()).toBe('unknown');
  const late = api.clock.now();

  api.clock.advance(1);
  await south.deliver([]).expect(201);
  expect(await colour()).toBe('green');
  expect(await Promise.all([fresh, late, api.clock.now()].map(colourThen))).toEqual([
    'green',
    'unknown',
    'green',
  ]);
});

test('who holds a key and never delivered is late after the usual time', async () => {
  await north.deliver([]).expect(201);
  await pass(23);
  await north.deliver([]).expect(201);
  expect(await colour()).toBe('green');
  await pass(1);
  expect(await colour()).toBe('unknown');
});

/** Two people agree that nobody waits for it any more. */
async function end({ keyId }: FeedClient): Promise<void> {
  const proposer = await verifiedStaff(api.services, { roles: ['feeds'] });
  const path = `${feeds}/cases/keys/${keyId}/end`;
  const { body } = await api.request.post(path).set(proposer.auth).send({}).expect(201);
  const second = await verifiedStaff(api.services, { roles: ['approver'] });
  await decide(api, second, body.changeId, 'approve').expect(200);
}

test('whose key one person revokes is still waited for, until two people agree that he is not; what was then stays', async () => {
  await north.deliver([]).expect(201);
  await pass(30);
  await north.deliver([]).expect(201);
  expect(await colour()).toBe('unknown');
  const late = api.clock.now();
  api.clock.advance(1);
  await revoke(south);
  await south.deliver([]).expect(401);
  expect(await colour()).toBe('unknown');

  await end(south);
  expect(await colour()).toBe('green');
  expect(await colourThen(late)).toBe('unknown');
  const proposer = await verifiedStaff(api.services, { roles: ['feeds'] });
  const again = api.request.post(`${feeds}/cases/keys/${south.keyId}/end`).set(proposer.auth).send({});
  await again.expect(409);

  // With the last deliverer gone the newest data counts, whoever brought it.
  await revoke(north);
  await end(north);
  await pass(30);
  expect(await colour()).toBe('unknown');
  await deliverEmptyFeeds(api.services);
  expect(await colour()).toBe('green');
});

test('a deliverer who gets a new key is waited for by that one alone', async () => {
  await revoke(south);
  expect((await FeedKey.findByPk(south.keyId))?.state).toBe('awaited');
  const desk = (await verifiedStaff(api.services, { roles: ['feeds'] })).auth;
  const body = { channel: 'south', owner: '示例市', publicKey: newSigningKey().publicKey };
  const { body: key } = await api.request.post(`${feeds}/cases/keys`).set(desk).send(body).expect(201);
  const second = await verifiedStaff(api.services, { roles: ['approver'] });
  const { changeId } = await FeedKey.findByPk(key.id, { rejectOnEmpty: true });
  await decide(api, second, changeId ?? '', 'approve').expect(200);
  expect(await FeedKey.findByPk(south.keyId)).toMatchObject({
    state: 'revoked',
    activeUntil: expect.anything(),
  });
});

test('who may propose that nobody waits for a deliverer', async () => {
  const path = `${feeds}/cases/keys/${south.keyId}/end`;
  const send = (auth: Auth) => api.request.post(path).set(auth).send({});
  await send({}).expect(401);
  await send((await verifiedStaff(api.services, { roles: ['rules'] })).auth).expect(403);
  const { auth } = await verifiedStaff(api.services, { roles: ['feeds'] });
  await send(auth).expect(409);
  await api.request.post(path.replace('cases', 'fever')).set(auth).send({}).expect(404);
  await api.request.post(path).set(auth).send({ x: 1 }).expect(400);
});

test('a key is waited for from its approval on', async () => {
  const desk = (await verifiedStaff(api.services, { roles: ['feeds'] })).auth;
  await revoke(north);
  await end(north);
  await south.deliver([]).expect(201);
  const body = { channel: 'east', owner: '示例市', publicKey: newSigningKey().publicKey };
  await api.request.post(`${feeds}/cases/keys`).set(desk).send(body).expect(201);
  await pass(30);
  await south.deliver([]).expect(201);
  const before = api.clock.now();
  expect(await colour()).toBe('green');

  api.clock.advance(1);
  const approver = (await verifiedStaff(api.services, { roles: ['approver'] })).auth;
  const waiting = await api.request.get('/api/v1/operator/changes?kind=feedKey').set(approver).expect(200);
  await api.request
    .post(`/api/v1/operator/changes/${waiting.body.items[0].id}/approve`)
    .set(approver)
    .send({})
    .expect(200);
  expect(await colour()).toBe('green');
  await pass(24);
  await south.deliver([]).expect(201);
  expect(await colour()).toBe('unknown');
  expect(await colourThen(before)).toBe('green');
});

test('the board counts on with each batch, and shows the age by which colours go', async () => {
  const start = api.clock.now();
  const row = { idNumber: built.idNumber, kind: 'confirmed', date: '2020-01-01' };
  await south.deliver([row]).expect(201);
  await pass(2);
  await north.deliver([row]).expect(201);
  await north.deliver([]).expect(201);
  await south.deliver([{ ...row, operation: 'withdraw' }]).expect(201);
  const counts = (await feedCounts(api.services.database)).get('cases');
  expect(counts).toMatchObject({ waiting: 0, last: { channel: 'south', withdrawn: 1 } });
  expect(counts?.openRows).toBe(1);
  expect(new Map(counts?.sequences.map(({ channel, sequence }) => [channel, sequence]))).toEqual(
    new Map([
      ['north', 3],
      ['south', 3],
    ]),
  );
  expect(counts?.asOf).toBeGreaterThanOrEqual(start + 2 * hourMs);
});

test('what the platform writes about single people leaves the ages of feeds as they are kept', async () => {
  const { lastDeliveries } = api.services.caches;
  const kept = await lastDeliveries.get(allFeeds);
  await deliverFacts(api.services, { source: 'override', submittedBy: 'test', facts: [] });
  expect(await lastDeliveries.get(allFeeds)).toBe(kept);
  await deliverFacts(api.services, { source: 'fever', submittedBy: 'test', facts: [] });
  expect(await lastDeliveries.get(allFeeds)).not.toBe(kept);
});

test('a key is no data: who is new makes nobody green who was not', async () => {
  await north.deliver([]).expect(201);
  await south.deliver([]).expect(201);
  await pass(30);
  expect(await colour()).toBe('unknown');
  await FeedKey.update({ state: 'revoked' }, { where: { source: 'cases' } });
  await buildFeedClient(api, 'cases', { channel: 'east' });
  api.services.bus.publish('changes', [{ table: 'feed_keys', id: 'all' }]);

  expect(await colour()).toBe('unknown');
});

describe('a file that a person uploads', () => {
  /** One row by hand, approved by a second person. */
  async function byHand(name: string): Promise<void> {
    const desk = (await verifiedStaff(api.services, { roles: ['feeds'] })).auth;
    const { body } = await api.request
      .post(`${feeds}/cases/uploads`)
      .set(desk)
      .query({ name })
      .set('Content-Type', 'text/csv')
      .send(`证件号码,类型,确诊或报告日期\n${inventIdNumber()},confirmed,2020-01-01\n`)
      .expect(201);
    await decide(
      api,
      await verifiedStaff(api.services, { roles: ['approver'] }),
      body.batch.changeId,
      'approve',
    ).expect(200);
  }

  test('makes no late feed fresh while a key is in force or its holder awaited', async () => {
    await north.deliver([]).expect(201);
    await south.deliver([]).expect(201);
    const main = await buildFeedClient(api, 'cases');
    await main.deliver([]).expect(201);
    await pass(25);
    await north.deliver([]).expect(201);
    await south.deliver([]).expect(201);
    await byHand('补报一');
    expect(await colour()).toBe('unknown');
    await revoke(main);
    await byHand('补报二');
    expect(await colour()).toBe('unknown');
    expect(await colourThen(api.clock.now())).toBe('unknown');
  });

  test('does not shut out what comes with the key, whose data is older', async () => {
    const main = await buildFeedClient(api, 'cases');
    await main.deliver([]).expect(201);
    api.clock.advance(12 * hourMs);
    await byHand('补报');
    const { body } = await main.deliver([], { asOf: api.clock.now() - 6 * hourMs }).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', sequence: 2 });
    const late = await main.deliver([], { asOf: api.clock.now() - 7 * hourMs }).expect(409);
    expect(late.body.error.code).toBe('batch_out_of_order');
  });

  test('counts for a feed of which nobody holds a key', async () => {
    await FeedKey.update({ state: 'revoked' }, { where: { source: 'cases' } });
    await pass(1);
    await byHand('补报');
    expect(await colour()).toBe('green');
    expect(await colourThen(api.clock.now())).toBe('green');
  });
});
