import { gzipSync } from 'node:zlib';

import { dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Person } from '../../../api/src/models/person';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

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

describe('a batch that is right', () => {
  test('is in force at once, and turns whom it is about', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    const { body } = await feed.deliver([visit(person.idNumber)]).expect(201);

    expect(body).toMatchObject({ repeated: false, faults: [] });
    expect(body.batch).toMatchObject({ state: 'inForce', rows: 1, added: 1, wrong: 0, origin: 'key' });
    expect(await colourOf(person)).toBe('orange');
  });

  test('may be empty: nothing was reported', async () => {
    const feed = await source('fever');
    const { body } = await feed.deliver([]).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', rows: 0 });
  });

  test('comes as CSV too, with Chinese heads and the marks of spreadsheets', async () => {
    const [one, other] = [await buildPerson(api.services), await buildPerson(api.services)];
    const feed = await source('arrivals');
    const csv = `\uFEFF证件号码,类型,到达日期\r\n${one.idNumber},来自高发地区,${today()}\r\n'${other.idNumber},arrived,${today().replaceAll('-', '/')}\r\n`;
    const { body } = await feed.send({ body: csv, type: 'text/csv' }).expect(201);
    expect(body.batch).toMatchObject({ rows: 2, added: 2, wrong: 0 });
    expect([await colourOf(one), await colourOf(other)]).toEqual(['orange', 'orange']);
  });

  test('is taken once, however often it comes', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    const sending = { batch: 'the-same', sequence: 1, asOf: api.clock.now() };
    const first = await feed.deliver([visit(person.idNumber)], sending).expect(201);
    const again = await feed.deliver([visit(person.idNumber)], sending).expect(201);
    expect(again.body).toMatchObject({ repeated: true, batch: { id: first.body.batch.id } });

    const other = await feed.deliver([], sending).expect(422);
    expect(other.body.error.code).toBe('same_batch_other_content');
  });

  test('adds nothing that is there already', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    await feed.deliver([visit(person.idNumber)]).expect(201);
    const { body } = await feed.deliver([visit(person.idNumber), visit(person.idNumber)]).expect(201);
    expect(body.batch).toMatchObject({ rows: 2, added: 0, unchanged: 2 });
  });

  test('withdraws what it names', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    await feed.deliver([visit(person.idNumber)]).expect(201);
    expect(await colourOf(person)).toBe('orange');
    const { body } = await feed.deliver([visit(person.idNumber, { operation: 'withdraw' })]).expect(201);
    expect(body.batch).toMatchObject({ withdrawn: 1, added: 0 });
    expect(await colourOf(person)).toBe('green');
  });

  test('is about people who register later, too', async () => {
    const idNumber = inventIdNumber();
    const feed = await source('fever');
    await feed.deliver([visit(idNumber)]).expect(201);
    const { services } = api;
    const subject = services.index.identity('resident', idNumber);
    const [row] = await services.database.select(
      'SELECT COUNT(*) AS count FROM facts WHERE subject_index = ?',
      [subject],
    );
    expect(Number(row?.count)).toBe(1);
  });
});

describe('a full batch', () => {
  const arrival = (idNumber: string) => ({ idNumber, kind: 'arrived', date: today() });

  test('closes what it no longer contains, and deletes nothing', async () => {
    const [gone, stays] = [await buildPerson(api.services), await buildPerson(api.services)];
    const feed = await source('arrivals');
    const first = await feed.deliver([arrival(gone.idNumber), arrival(stays.idNumber)]).expect(201);
    expect(await colourOf(gone)).toBe('orange');

    const { body } = await feed.deliver([arrival(stays.idNumber)]).expect(201);
    expect(body.batch).toMatchObject({ rows: 1, added: 0, unchanged: 1, closed: 1, closedNothing: false });
    expect([await colourOf(gone), await colourOf(stays)]).toEqual(['green', 'orange']);
    expect(await factsOfBatch(first.body.batch.id)).toBe(2);
  });

  test('closes nothing while a row of it is wrong: it may be the one that is missing', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('arrivals');
    await feed.deliver([arrival(person.idNumber), ...[1, 2, 3, 4, 5].map(() => arrival(inventIdNumber()))]);
    const mangled = [
      { ...arrival(person.idNumber), idNumber: '3.50102E+17' },
      ...[1, 2, 3, 4, 5].map(() => arrival(inventIdNumber())),
    ];
    const { body } = await feed.deliver(mangled).expect(201);
    expect(body.batch).toMatchObject({ wrong: 1, added: 5, closed: 0, closedNothing: true });
    expect(await colourOf(person)).toBe('orange');
  });

  test('does not touch what others deliver', async () => {
    const person = await buildPerson(api.services);
    const [one, other] = [await source('arrivals'), await source('arrivals')];
    await one.deliver([arrival(person.idNumber)]).expect(201);
    const { body } = await other.deliver([]).expect(201);
    expect(body.batch.closed).toBe(0);
    expect(await colourOf(person)).toBe('orange');
  });
});

describe('wrong rows', () => {
  test('are told by line and column, and the good ones count', async () => {
    const good = await buildPerson(api.services);
    const feed = await source('cases');
    const idNumber = inventIdNumber();
    const rows = [
      { idNumber: good.idNumber, kind: 'confirmed', date: today() },
      { idNumber: '350102199003070000', kind: 'confirmed', date: today() },
      { idNumber: 350102199003070000, kind: 'confirmed', date: today() },
      { idNumber, kind: 'imagined', date: '2999-01-01', colour: 'green' },
      ...Array.from({ length: 16 }, () => ({ idNumber: inventIdNumber(), kind: 'suspected', date: today() })),
    ];
    const { body } = await feed.deliver(rows).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', rows: 20, added: 17, wrong: 3 });
    expect(
      (body.faults as { line: number; column: string }[]).map(({ line, column }) => `${line} ${column}`),
    ).toEqual(['2 idNumber', '3 idNumber', '4 colour', '4 date', '4 kind']);
    expect(body.faults[0].message).toContain('000');
    expect(body.faults[1].message).toContain('文本');
    expect(await colourOf(good)).toBe('orange');
  });

  test('what has no end is left empty, and the fault says so', async () => {
    const feed = await source('cases');
    const ill = (more: object) => ({ idNumber: inventIdNumber(), kind: 'confirmed', date: today(), ...more });
    const { body } = await feed.deliver([ill({ until: '9999-12-31' }), ill({ until: '' })]).expect(201);
    expect(body.batch).toMatchObject({ added: 1, wrong: 1 });
    expect(body.faults).toMatchObject([{ column: 'until', message: expect.stringContaining('留空') }]);
  });

  test('cost the good ones of a small batch nothing', async () => {
    const good = await buildPerson(api.services);
    const feed = await source('cases');
    const rows = [
      { idNumber: good.idNumber, kind: 'confirmed', date: today() },
      { idNumber: '350102199003070000', kind: 'confirmed', date: today() },
    ];
    const { body } = await feed.deliver(rows).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', added: 1, wrong: 1 });
    expect(await colourOf(good)).toBe('orange');
  });

  test('are kept to be read, without what stood in them', async () => {
    const feed = await source('fever');
    const secret = '110101199003070012';
    const rows = [{ idNumber: secret, date: today() }, ...[1, 2, 3, 4, 5].map(() => visit(inventIdNumber()))];
    const { body } = await feed.deliver(rows).expect(201);
    const { auth } = await signedInStaff(api.services, { roles: ['feeds'] });
    const page = await api.request
      .get(`/api/v1/operator/feeds/fever/batches/${body.batch.id}/faults`)
      .set(auth)
      .expect(200);
    expect(page.body.items).toMatchObject([{ line: 1, column: 'idNumber' }]);
    expect(JSON.stringify(page.body)).not.toContain(secret);
  });

  test('too many of them refuse the whole batch, and leave nothing', async () => {
    const person = await buildPerson(api.services);
    const feed = await source('fever');
    const rows = [
      visit(person.idNumber),
      ...Array.from({ length: 3_000 }, () => ({ idNumber: 'secret', date: 'y' })),
    ];
    const { body } = await feed.deliver(rows).expect(422);
    expect(body.error.code).toBe('batch_refused');
    const [whole, ...places] = body.error.fields;
    expect(whole).toMatchObject({ path: 'batch', message: expect.stringContaining('3000/3001') });
    expect(places).toHaveLength(100);
    expect(places.slice(0, 3)).toMatchObject([
      { path: 'rows.2.idNumber', messageEn: expect.any(String) },
      { path: 'rows.2.date', message: '请输入有效日期' },
      { path: 'rows.3.idNumber' },
    ]);
    expect(JSON.stringify(body)).not.toContain('secret');
    const refused = await FeedBatch.findOne({ where: { source: 'fever' }, order: [['number', 'DESC']] });
    expect(refused).toMatchObject({ state: 'refused', fault: 'tooManyWrong', rowCount: 3_001, wrong: 3_000 });
    expect(await factsOfBatch(refused?.id ?? '')).toBe(0);
    const kept = await api.services.database.select('SELECT line FROM feed_faults WHERE batch = ?', [
      Number(refused?.number),
    ]);
    expect(kept.length).toBeLessThanOrEqual(2_000);
    expect(await colourOf(person)).toBe('green');
  });

  test.each([
    ['a file in another encoding', Buffer.from('证件号码,就诊日期\n', 'utf16le'), 'text/csv', 'encoding'],
    ['a file that is packed', gzipSync('{}'), 'application/x-ndjson', 'encoding'],
    ['a file without a head', Buffer.from(''), 'text/csv', 'empty'],
    ['a file without a column that is needed', Buffer.from('姓名\n某人\n'), 'text/csv', 'columns'],
    [
      'a line without an end',
      Buffer.from(`{"a":"${'x'.repeat(5_000)}"}`),
      'application/x-ndjson',
      'lineTooLong',
    ],
    [
      'quotes that do not match',
      Buffer.from(`证件号码,就诊日期\n"${'1,2\n'.repeat(2_000)}`),
      'text/csv',
      'quotes',
    ],
  ])('%s is refused with its reason', async (_what, body, type, fault) => {
    const feed = await source('fever');
    const answer = await feed.send({ body, type }).expect(422);
    expect(answer.body.error.code).toBe('batch_refused');
    const refused = await FeedBatch.findOne({ where: { source: 'fever' }, order: [['number', 'DESC']] });
    expect(refused).toMatchObject({ state: 'refused', fault, takenAs: null });
    // The name is free again, and the number too.
    feed.rewind();
    await feed.deliver([]).expect(201);
  });

  test('a stray quote costs its own line alone', async () => {
    const good = await buildPerson(api.services);
    const feed = await source('fever');
    const csv = `证件号码,就诊日期\n${inventIdNumber()},5"6\n${good.idNumber},${today()}\n`;
    const { body } = await feed.send({ body: csv, type: 'text/csv' }).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', added: 1, wrong: 1 });
    expect(body.faults).toMatchObject([{ line: 2, column: '', message: expect.stringContaining('引号') }]);
    expect(await colourOf(good)).toBe('orange');
  });

  test('GB 18030 is read when the media type says so', async () => {
    const feed = await source('fever');
    // 证件号码,就诊日期 in GB 18030.
    const head = Buffer.from('d6a4bcfebac5c2eb2cbecdd5efc8d5c6da', 'hex');
    const body = Buffer.concat([head, Buffer.from(`\n${inventIdNumber()},${today()}\n`)]);
    const { body: answer } = await feed.send({ body, type: 'text/csv; charset=gb18030' }).expect(201);
    expect(answer.batch).toMatchObject({ added: 1, wrong: 0 });
  });
});
