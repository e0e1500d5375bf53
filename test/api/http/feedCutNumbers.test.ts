import { idNumberCheck } from '@anxing/contract/idNumber';

import { addDays, dayOf } from '../../../api/src/base/days';
import { notePersonalData } from '../../support/api/personalData';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let fever: FeedClient;

beforeAll(async () => {
  api = await startApi();
});

let channels = 0;

beforeEach(async () => {
  channels += 1;
  fever = await buildFeedClient(api, 'fever', { channel: `test-${channels}` });
});

afterAll(() => api.close());

let day = '1960-01-01';

/** A number of somebody that ends in 000: its check digit is right. */
function roundNumber(): string {
  day = addDays(day, 1);
  const first17 = `350102${day.replaceAll('-', '')}100`;
  if (idNumberCheck(first17) !== '0') {
    return roundNumber();
  }
  notePersonalData(`${first17}0`);

  return `${first17}0`;
}

/** What a spreadsheet makes of a number whose rest is not right by accident. */
function cutNumber(): string {
  const idNumber = `${inventIdNumber().slice(0, 15)}000`;

  return idNumberCheck(idNumber.slice(0, 17)) === '0' ? cutNumber() : idNumber;
}

function plainNumber(): string {
  const idNumber = inventIdNumber();

  return idNumber.endsWith('000') ? plainNumber() : idNumber;
}

const date = () => dayOf(api.clock.now(), api.services.config.brand.zone);

async function deliver(numbers: readonly string[], asCsv: boolean) {
  const rows = numbers.map((idNumber) => ({ idNumber, date: date() }));
  const csv = ['idNumber,date', ...rows.map((row) => `${row.idNumber},${row.date}`)].join('\n');
  const { body } = await (asCsv ? fever.send({ body: csv, type: 'text/csv' }) : fever.deliver(rows)).expect(
    201,
  );

  return body as { batch: object; faults: { line: number; column: string; message: string }[] };
}

test.each([
  ['CSV', true],
  ['NDJSON', false],
])(
  'of %s where one number was cut, none that looks so is believed, before and behind',
  async (_name, asCsv) => {
    const numbers = [plainNumber(), roundNumber(), plainNumber(), cutNumber(), roundNumber(), plainNumber()];
    const { batch, faults } = await deliver(numbers, asCsv);
    expect(batch).toMatchObject({ rows: 6, added: 3, wrong: 3 });
    const head = asCsv ? 1 : 0;
    expect(faults.map(({ line, column }) => [line - head, column])).toEqual([
      [2, 'idNumber'],
      [4, 'idNumber'],
      [5, 'idNumber'],
    ]);
    expect(new Set(faults.map(({ message }) => message)).size).toBe(1);
    expect(faults[0]?.message).toContain('000');
  },
);

test('where none was cut, those that end in 000 count', async () => {
  const numbers = [roundNumber(), plainNumber(), roundNumber()];
  expect((await deliver(numbers, true)).batch).toMatchObject({ added: 3, wrong: 0 });
  expect((await deliver(numbers, true)).batch).toMatchObject({ added: 0, unchanged: 3 });
});

test('a passport that looks so is no number that a spreadsheet cut', async () => {
  const rows = [
    { idType: 'passport', idNumber: 'E12345000', date: date() },
    { idNumber: cutNumber(), date: date() },
  ];
  const { body } = await fever.deliver(rows).expect(201);
  expect(body.batch).toMatchObject({ added: 1, wrong: 1 });
});
