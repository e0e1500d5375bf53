import { pageOf } from '@anxing/contract/fields';
import { rowFault, type RowFault } from '@anxing/contract/feeds';

import { dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { tendBatches } from '../../../api/src/commands/feeds/tendBatches';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Person } from '../../../api/src/models/person';
import { buildFeedClient, FeedClient, newSigningKey } from '../../support/api/feedClient';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let recomputer: Recomputer;
let desk: Auth;
let approver: Auth;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  desk = (await verifiedStaff(api.services, { roles: ['feeds'] })).auth;
  approver = (await verifiedStaff(api.services, { roles: ['approver'] })).auth;
});

afterAll(() => api.close());

const feeds = '/api/v1/operator/feeds';
const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

async function colourOf({ person }: BuiltPerson) {
  await recomputer.turn();

  return (await Person.findByPk(person.id))?.colour;
}

function decide(changeId: string, verb: 'approve' | 'reject', auth: Auth = approver) {
  const note = verb === 'reject' ? { note: '不符' } : {};

  return api.request.post(`/api/v1/operator/changes/${changeId}/${verb}`).set(auth).send(note);
}

function upload(source: string, csv: string, name: string, auth: Auth = desk) {
  return api.request
    .post(`${feeds}/${source}/uploads?name=${encodeURIComponent(name)}`)
    .set(auth)
    .set('Content-Type', 'text/csv')
    .send(csv);
}

const visits = (people: readonly BuiltPerson[]) =>
  `证件号码,就诊日期\n${people.map(({ idNumber }) => `${idNumber},${today()}`).join('\n')}\n`;

test('the board tells how old each feed is, and what is late', async () => {
  const { body } = await api.request.get(feeds).set(desk).expect(200);
  const sources = (body.feeds as { source: string }[]).map(({ source }) => source);
  expect(sources).toEqual(
    expect.arrayContaining(['cases', 'contacts', 'arrivals', 'sealed', 'fever', 'medicine']),
  );
  const fever = (body.feeds as { source: string }[]).find(({ source }) => source === 'fever');
  expect(fever).toMatchObject({ isLate: false, requiredForGreen: true, owner: '省卫健委', openRows: 0 });
  await api.request.get(`${feeds}/nothing`).set(desk).expect(404);
  await api.request.get(feeds).expect(401);
  const manager = (await signedInStaff(api.services, { roles: ['manager'] })).auth;
  await api.request.get(feeds).set(manager).expect(403);
  const resident = (await signedInPerson(api.services)).auth;
  await api.request.get(feeds).set(resident).expect(403);
});

describe('a key', () => {
  const propose = (publicKey: string, auth: Auth = desk, channel = 'city-lab') =>
    api.request.post(`${feeds}/fever/keys`).set(auth).send({ channel, owner: '示例市第一医院', publicKey });

  test('counts when a second person has approved it, and no more when it is revoked', async () => {
    const person = await buildPerson(api.services);
    const { privateKey, publicKey } = newSigningKey();
    const { body: key } = await propose(publicKey).expect(201);
    expect(key.state).toBe('waiting');
    const client = new FeedClient(api, 'fever', key.id, privateKey);
    const row = { idNumber: person.idNumber, date: today() };
    await client.deliver([row]).expect(401);
    client.rewind();

    const waiting = await api.request.get('/api/v1/operator/changes?kind=feedKey').set(approver).expect(200);
    await decide(waiting.body.items[0].id, 'approve').expect(200);
    const { body } = await client.deliver([row]).expect(201);
    expect(body.batch).toMatchObject({ submittedBy: '示例市第一医院', channel: 'city-lab' });
    expect(await colourOf(person)).toBe('orange');

    await api.request.delete(`${feeds}/cases/keys/${key.id}`).set(desk).expect(404);
    await api.request.delete(`${feeds}/fever/keys/${key.id}`).set(desk).expect(204);
    await client.deliver([]).expect(401);
  });

  test('that was turned down never counts', async () => {
    const { privateKey, publicKey } = newSigningKey();
    const { body: key } = await propose(publicKey, desk, 'other').expect(201);
    const waiting = await api.request
      .get('/api/v1/operator/changes?kind=feedKey&state=waiting')
      .set(approver);
    await decide(waiting.body.items[0].id, 'reject').expect(200);
    await new FeedClient(api, 'fever', key.id, privateKey).deliver([]).expect(401);
  });

  test('that is none, or of a feed that nobody delivers, is refused', async () => {
    await propose('short').expect(400);
    await propose(newSigningKey().publicKey, desk, 'derived').expect(400);
    const body = { channel: 'x', owner: '某', publicKey: newSigningKey().publicKey };
    await api.request.post(`${feeds}/override/keys`).set(desk).send(body).expect(400);
    await propose(newSigningKey().publicKey, approver).expect(403);
  });
});

describe('a file uploaded by hand', () => {
  test('counts for nothing until a second person has approved it', async () => {
    const person = await buildPerson(api.services);
    const { body } = await upload('fever', visits([person]), '补报').expect(201);
    expect(body.batch).toMatchObject({ state: 'waiting', origin: 'hand', added: 1, changedPeople: null });
    expect(await colourOf(person)).toBe('green');
    expect((await decide(body.batch.changeId, 'approve', desk)).status).toBe(403);

    await decide(body.batch.changeId, 'approve').expect(200);
    expect(await colourOf(person)).toBe('orange');
    const shown = await api.request.get(`${feeds}/fever/batches/${body.batch.id}`).set(desk).expect(200);
    expect(shown.body).toMatchObject({ state: 'inForce', changedPeople: 1 });
  });

  test('tells who delivers nothing of whom the platform knows', async () => {
    const { idNumber } = await buildPerson(api.services);
    const client = await buildFeedClient(api, 'fever', { channel: 'curious' });
    const given = { batch: 'one', sequence: 1, asOf: api.clock.now() };
    const rows = [{ idNumber, date: today() }];
    await client.deliver(rows, given).expect(201);
    await recomputer.turn();
    const { body } = await client.deliver(rows, given).expect(201);
    expect(body).toMatchObject({ repeated: true, batch: { changedPeople: null } });
    const { body: shown } = await api.request.get(`${feeds}/fever/batches/${body.batch.id}`).set(desk);
    expect(shown.changedPeople).toBe(1);
    const { body: list } = await api.request.get(`${feeds}/fever/batches`).set(desk).expect(200);
    expect(list.items[0]).toMatchObject({ id: body.batch.id, changedPeople: 1 });
  });

  test('that is turned down leaves nothing', async () => {
    const person = await buildPerson(api.services);
    const { body } = await upload('fever', visits([person]), '误报').expect(201);
    await decide(body.batch.changeId, 'reject').expect(200);
    await tendBatches.perform(api.services);
    const batch = await FeedBatch.findByPk(body.batch.id);
    expect(batch?.state).toBe('rejected');
    const [row] = await api.services.database.select('SELECT COUNT(*) AS count FROM facts WHERE batch = ?', [
      Number(batch?.number),
    ]);
    expect(Number(row?.count)).toBe(0);
    expect(await colourOf(person)).toBe('green');
  });

  test('does not stand in the way of the source itself, and is outdated by it', async () => {
    const person = await buildPerson(api.services);
    const { body } = await upload(
      'cases',
      `证件号码,类型,确诊或报告日期\n${person.idNumber},suspected,${today()}\n`,
      '手报',
    );
    const client = await buildFeedClient(api, 'cases');
    await client.deliver([]).expect(201);
    expect(await FeedBatch.findByPk(body.batch.id)).toMatchObject({ state: 'outdated' });
    expect((await decide(body.batch.changeId, 'approve')).body.error.code).toBe('change_decided');
    expect(await colourOf(person)).toBe('green');
  });

  test('one after the other', async () => {
    await upload('medicine', '证件号码,药品编码,购买日期\n', '甲').expect(201);
    const { body } = await upload('medicine', '证件号码,药品编码,购买日期\n', '乙').expect(409);
    expect(body.error.code).toBe('batch_waiting');
  });

  test('is refused for what it is not', async () => {
    await upload('fever', '姓名\n某\n', '缺列').expect(422);
    await upload('override', 'a\n1\n', '无此').expect(400);
    await upload('fever', visits([]), '').expect(400);
    const auditor = (await signedInStaff(api.services, { roles: ['auditor'] })).auth;
    await upload('fever', visits([]), '无权', auditor).expect(403);
  });
});

test('a batch that would turn many people waits until a person vouches for it and another one approves', async () => {
  const { turning } = api.services.config.policy;
  const before = { ...turning };
  Object.assign(turning, { share: 0, people: 1 });
  const people = [await buildPerson(api.services), await buildPerson(api.services)];
  const rows = people.map(({ idNumber }) => ({ idNumber, date: today() }));
  const client = await buildFeedClient(api, 'fever', { channel: 'many' });
  const { body } = await client.deliver(rows).expect(201);
  Object.assign(turning, before);
  expect(body.batch).toMatchObject({ state: 'waiting', changeId: null });
  expect((await client.deliver([]).expect(409)).body.error.code).toBe('batch_waiting');

  const path = `${feeds}/fever/batches/${body.batch.id}`;
  await api.request.post(`${path}/release`).set(approver).expect(403);
  const released = await api.request.post(`${path}/release`).set(desk).expect(200);
  await api.request.post(`${path}/release`).set(desk).expect(409);
  await decide(released.body.changeId, 'approve').expect(200);
  expect(await Promise.all(people.map(colourOf))).toEqual(['orange', 'orange']);
});

describe('test results of an institution', () => {
  const uploadTests = (csv: string, auth: Auth) =>
    api.request
      .post('/api/v1/unit/test-results/uploads?name=%E6%97%A9%E7%8F%AD')
      .set(auth)
      .set('Content-Type', 'text/csv')
      .send(csv);

  test('count when they are approved: a positive one turns, and both are read by their owner', async () => {
    const hospital = await buildUnit(api.services, { kind: 'hospital', name: '示例医院' });
    const clerk = (await verifiedStaff(api.services, { unit: hospital, roles: ['clerk'] })).auth;
    const [ill, well] = [await signedInPerson(api.services), await signedInPerson(api.services)];
    const csv = `证件号码,类型,采样时间\n${ill.idNumber},nucleicPositive,${today()} 00:00\n${well.idNumber},核酸检测阴性,${today()} 00:00\n`;
    const { body } = await uploadTests(csv, clerk).expect(201);
    expect(body.batch).toMatchObject({ state: 'waiting', added: 2, submittedBy: '示例医院' });
    await decide(body.batch.changeId, 'approve').expect(200);
    expect([await colourOf(ill), await colourOf(well)]).toEqual(['orange', 'green']);
    const results = await api.request.get('/api/v1/me/test-results').set(well.auth).expect(200);
    expect(results.body.items).toMatchObject([{ outcome: 'negative', institution: '示例医院' }]);

    const own = await api.request.get('/api/v1/unit/test-results/batches').set(clerk).expect(200);
    expect(own.body.items).toMatchObject([{ state: 'inForce', changedPeople: null }]);
    const other = (
      await verifiedStaff(api.services, {
        unit: await buildUnit(api.services, { kind: 'hospital' }),
        roles: ['clerk'],
      })
    ).auth;
    expect((await api.request.get('/api/v1/unit/test-results/batches').set(other)).body.items).toEqual([]);
    const template = await api.request.get('/api/v1/unit/test-results/template.csv').set(clerk).expect(200);
    expect(template.text).toContain('采样时间');
  });

  describe('that are wrong', () => {
    const path = '/api/v1/unit/test-results/batches';
    const wrongCsv = '证件号码,类型,采样时间\n1,nucleicPositive,2026-11-01 00:00\n2,?,昨天\n';
    const faults = (id: string, auth: Auth, query: object = {}) =>
      api.request.get(`${path}/${id}/faults`).set(auth).query(query);

    /** A hospital whose whole file was refused. */
    async function refused() {
      const hospital = await buildUnit(api.services, { kind: 'hospital' });
      const clerk = (await verifiedStaff(api.services, { unit: hospital, roles: ['clerk'] })).auth;
      await uploadTests(wrongCsv, clerk).expect(422);
      const { body } = await api.request.get(path).set(clerk).query({ state: 'refused' }).expect(200);

      return { hospital, clerk, id: body.items[0].id as string };
    }

    test('are read by the institution, page by page, line and column', async () => {
      const { clerk, id } = await refused();
      const { body, text } = await faults(id, clerk).expect(200);
      expect(pageOf(rowFault).parse(body)).toEqual(body);
      expect((body.items as RowFault[]).map(({ line, column }) => `${line} ${column}`)).toEqual([
        '2 idNumber',
        '3 idNumber',
        '3 kind',
        '3 sampledAt',
      ]);
      expect(text).not.toContain('昨天');
      const first = await faults(id, clerk, { limit: 3 }).expect(200);
      const second = await faults(id, clerk, { limit: 3, cursor: first.body.next }).expect(200);
      expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    });

    test('are nobody else’s', async () => {
      const { clerk, id } = await refused();
      const other = (await refused()).clerk;
      expect(codeOf(await faults(id, other).expect(404))).toBe('not_found');
      const fever = await upload('fever', visits([await buildPerson(api.services)]), '发热补报').expect(201);
      expect(codeOf(await faults(fever.body.batch.id, clerk).expect(404))).toBe('not_found');
      await expectOnlyFor(api, (auth) => faults(id, auth), ['owner', 'clerk', 'guard', 'auditor']);
    });

    test('are not asked for by nonsense', async () => {
      const { clerk, id } = await refused();
      expect(codeOf(await faults('1', clerk).expect(404))).toBe('not_found');
      expect(faultsOf(await faults(id, clerk, { limit: 0, name: 'x' }).expect(400))).toMatchObject({
        limit: expect.any(String),
        name: expect.any(String),
      });
      await faults(id, clerk, { cursor: 'nonsense' }).expect(400);
    });
  });

  test('are uploaded by hospitals only', async () => {
    const school = await buildUnit(api.services, { kind: 'school' });
    const clerk = (await verifiedStaff(api.services, { unit: school, roles: ['clerk'] })).auth;
    await uploadTests('x', clerk).expect(403);
  });
});
