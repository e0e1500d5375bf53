import { dayOf } from '../../../api/src/base/days';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let channels = 0;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);
const csv = 'text/csv';

function source(name: string): Promise<FeedClient> {
  channels += 1;

  return buildFeedClient(api, name, { channel: `cut-${channels}` });
}

const arrivalOf = (idNumber: string) => `${idNumber},arrived,${today()}`;

function arrivals(rows: readonly string[]): string {
  return `证件号码,类型,到达日期\n${rows.map((row) => `${row}\n`).join('')}`;
}

function many(count: number): string[] {
  return Array.from({ length: count }, () => arrivalOf(inventIdNumber()));
}

describe('a last line without its end', () => {
  test('that may be cut is a wrong row, and a full list with it closes nothing', async () => {
    const feed = await source('arrivals');
    const rows = many(4);
    await feed.send({ body: arrivals(rows), type: csv }).expect(201);
    // The day is the first of two digits, and a day of its own.
    const { body } = await feed
      .send({ body: arrivals(rows.slice(0, 3)).slice(0, -2), type: csv })
      .expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', wrong: 1, closed: 0, closedNothing: true });
    expect(body.faults).toMatchObject([
      { line: 4, column: 'date', message: expect.stringContaining('文件末行可能不完整') },
    ]);
  });

  test('that is whole all the same counts', async () => {
    const feed = await source('arrivals');
    const { body } = await feed.send({ body: arrivals(many(3)).slice(0, -1), type: csv }).expect(201);
    expect(body.batch).toMatchObject({ state: 'inForce', added: 3, wrong: 0 });
  });

  test.each([
    ['cells are missing', `${inventIdNumber()},${'arrived'}`, 'kind'],
    ['a number is cut', inventIdNumber().slice(0, 17), 'idNumber'],
  ])('where %s', async (_what, last, column) => {
    const feed = await source('arrivals');
    const { body } = await feed.send({ body: `${arrivals(many(3))}${last}`, type: csv }).expect(201);
    expect(body.faults).toMatchObject([{ line: 5, column, message: expect.stringContaining('文件末行') }]);
  });
});

describe('how many rows the deliverer means to send', () => {
  test('are told, and others refuse the batch', async () => {
    const feed = await source('arrivals');
    const rows = many(5);
    const { body } = await feed
      .send({ body: arrivals(rows.slice(0, 4)), type: csv, query: '&rows=5' })
      .expect(422);
    expect(body.error.fields[0]).toMatchObject({
      path: 'batch',
      message: expect.stringMatching(/不完整.*应有 5 行，实有 4 行/),
      messageEn: 'cutOff: 5 rows expected, 4 came',
    });
    const refused = await FeedBatch.findOne({ where: { source: 'arrivals' }, order: [['number', 'DESC']] });
    expect(refused).toMatchObject({ state: 'refused', fault: 'cutOff', rowCount: 4, wrong: 0 });
    const [left] = await api.services.database.read('SELECT COUNT(*) AS count FROM facts WHERE batch = ?', [
      Number(refused?.number),
    ]);
    expect(Number(left?.count)).toBe(0);
    feed.rewind();
    const taken = await feed.send({ body: arrivals(rows), type: csv, query: '&rows=5' }).expect(201);
    expect(taken.body.batch).toMatchObject({ state: 'inForce', added: 5 });
    await feed.send({ body: '', type: 'application/x-ndjson', query: '&rows=0' }).expect(201);
  });

  test.each(['-1', '1.5', 'all', ''])('%j is no number of rows', async (rows) => {
    const feed = await source('arrivals');
    await feed.send({ body: arrivals(many(1)), type: csv, query: `&rows=${rows}` }).expect(400);
  });
});

test('a full list that was cut in the middle waits for two people, and a few rows may always end', async () => {
  const feed = await source('arrivals');
  const rows = many(300);
  await feed.send({ body: arrivals(rows), type: csv }).expect(201);
  const few = await feed.send({ body: arrivals(rows.slice(20)), type: csv }).expect(201);
  expect(few.body.batch).toMatchObject({ state: 'inForce', closed: 20 });
  const back = await feed.send({ body: arrivals(rows), type: csv }).expect(201);
  expect(back.body.batch).toMatchObject({ state: 'inForce', added: 20 });
  const { body } = await feed.send({ body: arrivals(rows.slice(0, 160)), type: csv }).expect(201);
  expect(body.batch).toMatchObject({ state: 'waiting', closed: 140 });
});

describe('the head of a file', () => {
  const row = () => `${inventIdNumber()},${today()}`;

  test('with an unknown column is refused by its name', async () => {
    const feed = await source('fever');
    const { body } = await feed
      .send({ body: `证件号码,就诊日期,备注\n${row()},无\n`, type: csv })
      .expect(422);
    expect(body.error.fields[1]).toMatchObject({
      path: 'rows.2.备注',
      message: expect.stringContaining('不认识'),
    });
  });

  test.each([
    '350102199001011234',
    '３５０１０２１９９００１',
    'E12345678',
    `${'很'.repeat(30)}`,
    '备\u202E注',
    'a<b>',
  ])('with %s says its place instead', async (head) => {
    const feed = await source('fever');
    const { body } = await feed
      .send({ body: `证件号码,就诊日期,${head}\n${row()},无\n`, type: csv })
      .expect(422);
    expect(body.error.fields[1]).toMatchObject({ path: 'rows.2.第 3 列' });
    expect(JSON.stringify(body)).not.toContain(head);
    expect(api.readLog()).not.toContain(head);
  });

  test('with a column twice says so in words of its own', async () => {
    const feed = await source('fever');
    const { body } = await feed
      .send({ body: `证件号码,就诊日期,证件号码\n${row()},1\n`, type: csv })
      .expect(422);
    expect(body.error.fields[0]).toMatchObject({
      message: '有重复的列（证件号码）',
      messageEn: 'columnsTwice: idNumber',
    });
  });
});

describe('what is told of a refusal', () => {
  test.each([
    ['证件号码,就诊日期\n"1,2\n', 'quotes: line 2'],
    ['证件号码\n1\n', 'columns: date'],
    [`证件号码,就诊日期\n${'x'.repeat(5_000)}\n`, 'lineTooLong: line 2'],
  ])('%# is English in English', async (body, messageEn) => {
    const feed = await source('fever');
    const answer = await feed.send({ body, type: csv }).expect(422);
    expect(answer.body.error.fields[0].messageEn).toBe(messageEn);
  });

  test('names the other encoding that is read', async () => {
    const feed = await source('fever');
    const gbk = Buffer.from('d6a4bcfebac5c2eb0a', 'hex');
    const { body } = await feed.send({ body: gbk, type: csv }).expect(422);
    expect(body.error.fields[0].message).toContain('charset=gb18030');
  });

  test('says which kinds of files are read', async () => {
    const feed = await source('fever');
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { body } = await feed.send({ body: 'PK', type }).expect(415);
    expect(body.error).toMatchObject({ code: 'feed_type_unsupported' });
    expect(body.error.message).toContain('CSV');
  });
});

describe('how many people have another colour by a batch', () => {
  test('is nobody where it brought and ended nothing', async () => {
    const feed = await source('arrivals');
    await feed.send({ body: '', type: 'application/x-ndjson' }).expect(201);
    const where = { where: { source: 'arrivals' } };
    const latest = () => FeedBatch.findOne({ ...where, order: [['number', 'DESC']] });
    expect(await latest()).toMatchObject({ state: 'inForce', changedPeople: 0 });
    const rows = many(3);
    await feed.send({ body: arrivals(rows), type: csv }).expect(201);
    expect(await latest()).toMatchObject({ changedPeople: null });
    await feed.send({ body: arrivals([...rows, '1,arrived,2026-01-01']), type: csv }).expect(201);
    expect(await latest()).toMatchObject({ closedNothing: true, changedPeople: 0 });
  });
});
