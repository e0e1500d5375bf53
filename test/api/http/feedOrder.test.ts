import { dayOf } from '../../../api/src/base/days';
import { tendBatches } from '../../../api/src/commands/feeds/tendBatches';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Person } from '../../../api/src/models/person';
import { buildFeedClient, newSigningKey, type FeedClient } from '../../support/api/feedClient';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let recomputer: Recomputer;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function today(): string {
  return dayOf(api.clock.now(), api.services.config.brand.zone);
}

async function colourOf({ person }: BuiltPerson): Promise<string | undefined> {
  await recomputer.turn();

  return (await Person.findByPk(person.id))?.colour;
}

const visit = (idNumber: string, more: object = {}) => ({ idNumber, date: today(), ...more });

async function factsOfBatch(id: string): Promise<number> {
  const batch = await FeedBatch.findByPk(id);
  const [row] = await api.services.database.select('SELECT COUNT(*) AS count FROM facts WHERE batch = ?', [
    Number(batch?.number),
  ]);

  return Number(row?.count);
}

/** Tests share the database: each delivers as a deliverer of its own. */
let channels = 0;

function source(name: string): Promise<FeedClient> {
  channels += 1;

  return buildFeedClient(api, name, { channel: `test-${channels}` });
}

describe('order', () => {
  test('a number that was left out is named, and nothing is taken', async () => {
    const feed = await source('fever');
    await feed.deliver([]).expect(201);
    const { body } = await feed.deliver([], { sequence: 5 }).expect(409);
    expect(body.error).toMatchObject({ code: 'batch_out_of_order' });
    expect(body.error.fields[0].message).toContain('2');
    await feed.deliver([], { sequence: 1 }).expect(409);
    await feed.deliver([], { sequence: 2 }).expect(201);
  });

  test('full batches may leave numbers out, and never go back', async () => {
    const feed = await source('arrivals');
    await feed.deliver([], { sequence: 3 }).expect(201);
    await feed.deliver([], { sequence: 9 }).expect(201);
    await feed.deliver([], { sequence: 4 }).expect(409);
  });

  test('a number far ahead is refused, so that the deliverer can go on', async () => {
    const feed = await source('arrivals');
    const { body } = await feed.deliver([], { sequence: 2_000_000_000 }).expect(409);
    expect(body.error.fields[0].message).toContain('1');
    await feed.deliver([], { sequence: 1_002 }).expect(409);
    await feed.deliver([], { sequence: 1_001 }).expect(201);
    await feed.deliver([], { sequence: 2_003 }).expect(409);
    await feed.deliver([], { sequence: 2_002 }).expect(201);
  });

  test('data older than the last, or of tomorrow, is refused', async () => {
    const feed = await source('arrivals');
    await feed.deliver([]).expect(201);
    const older = await feed.deliver([], { asOf: api.clock.now() - hourMs }).expect(409);
    expect(older.body.error.fields[0].message).toContain('早于');
    const future = await feed.deliver([], { asOf: api.clock.now() + hourMs }).expect(409);
    expect(future.body.error.fields[0].message).toContain('晚于');
  });

  test('old data that comes today is old data: nobody becomes green by it', async () => {
    const person = await buildPerson(api.services);
    const required = api.services.feedRules.filter(({ requiredForGreen }) => requiredForGreen);
    expect(required.map(({ source: name }) => name)).toContain('fever');
    const client = await buildFeedClient(api, 'fever', { channel: 'late' });
    api.clock.advance(40 * hourMs);
    await client.deliver([], { asOf: api.clock.now() - 39 * hourMs }).expect(201);
    const { currentStatus } = await import('../../../api/src/status/currentStatus');
    const status = (await currentStatus(api.services, [person.person])).get(person.person.id);
    expect(status?.colour).toBe('unknown');
    expect(status?.late.map(({ source: name }) => name)).toContain('fever');
  });
});

describe('who signs', () => {
  test.each([
    ['another key', { privateKey: newSigningKey().privateKey }, 'signature_refused'],
    ['another content', { signedBody: 'something else' }, 'batch_refused'],
    ['another path', { signedPath: '/api/v1/operator/feeds/cases/batches' }, 'signature_refused'],
    ['a key that is not there', { keyId: '01890000-0000-7000-8000-000000000000' }, 'signature_refused'],
    ['no key', { keyId: '' }, 'signature_missing'],
    ['a wrong clock', { time: Date.now() - hourMs }, 'signature_skewed'],
  ])('%s is refused', async (_what, given, code) => {
    const feed = await source('fever');
    const { body } = await feed.deliver([visit(inventIdNumber())], given);
    expect(body.error.code).toBe(code);
  });

  test('a signature counts once', async () => {
    const feed = await source('fever');
    const given = { nonce: 'AAAAAAAAAAAAAAAAAAAAAA', batch: 'once', sequence: 1, asOf: api.clock.now() };
    await feed.deliver([], given).expect(201);
    const { body } = await feed.deliver([], given).expect(401);
    expect(body.error.code).toBe('signature_replayed');
  });

  test('the key of another source is as good as none', async () => {
    const fever = await source('fever');
    const cases = await source('cases');
    const { body } = await cases
      .deliver([], { keyId: fever.keyId, privateKey: fever.privateKey })
      .expect(401);
    expect(body.error.code).toBe('signature_refused');
  });

  test('staff cannot deliver as a source', async () => {
    const { auth } = await signedInStaff(api.services, { roles: ['feeds'] });
    const { body } = await api.request
      .post('/api/v1/operator/feeds/fever/batches?batch=x&sequence=1&asOf=1')
      .set(auth)
      .set('Content-Type', 'application/x-ndjson')
      .send('{}')
      .expect(401);
    expect(body.error.code).toBe('signature_missing');
  });

  test('bad queries and unknown feeds are refused', async () => {
    const feed = await source('fever');
    await feed.deliver([], { batch: 'a%20b' }).expect(400);
    await api.request
      .post('/api/v1/operator/feeds/nothing/batches?batch=x&sequence=1&asOf=1')
      .set('Content-Type', 'application/x-ndjson')
      .send('{}')
      .expect(404);
    await feed.send({ body: '{}', type: 'application/json' }).expect(415);
  });
});

describe('a process that dies', () => {
  test('leaves nothing of a batch that was being received', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    const { body } = await feed.deliver([visit(person.idNumber)]).expect(201);
    // As if it had died before the end.
    await api.services.database.write((tx) =>
      api.services.database.execute(
        "UPDATE feed_batches SET state = 'receiving', in_force_at = NULL, lease_until = 1 WHERE id = ?",
        [body.batch.id],
        tx,
      ),
    );
    expect(await colourOf(person)).toBe('green');
    await tendBatches.perform(api.services);
    expect(await FeedBatch.findByPk(body.batch.id)).toMatchObject({ state: 'refused', fault: 'interrupted' });
    expect(await factsOfBatch(body.batch.id)).toBe(0);
  });

  test('is followed by another one where everything had come', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    const { body } = await feed.deliver([visit(person.idNumber)]).expect(201);
    await api.services.database.write((tx) =>
      api.services.database.execute(
        "UPDATE feed_batches SET state = 'applying', in_force_at = NULL, lease_until = 1 WHERE id = ?",
        [body.batch.id],
        tx,
      ),
    );
    await tendBatches.perform(api.services);
    expect(await FeedBatch.findByPk(body.batch.id)).toMatchObject({ state: 'inForce' });
    expect(await colourOf(person)).toBe('orange');
  });
});
