import { randomInt } from 'node:crypto';

import { idNumberCheck } from '@anxing/contract/idNumber';

import { addDays, dayOf } from '../../../api/src/base/days';
import { notePersonalData } from '../../support/api/personalData';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { inventIdNumber, inventResidenceCard } from '../../support/api/invented';
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
function cutNumber(invent = inventIdNumber): string {
  const idNumber = `${invent().slice(0, 15)}000`;

  return idNumberCheck(idNumber.slice(0, 17)) === '0' ? cutNumber(invent) : idNumber;
}

/** The number of a residence card that ends in 000: its check digit is right. */
function roundCard(): string {
  const first17 = `${inventResidenceCard().slice(0, 14)}${String(randomInt(10))}00`;

  return idNumberCheck(first17) === '0' ? `${first17}0` : roundCard();
}

const card = 'foreignResident';

function plainNumber(): string {
  const idNumber = inventIdNumber();

  return idNumber.endsWith('000') ? plainNumber() : idNumber;
}

const date = () => dayOf(api.clock.now(), api.services.config.brand.zone);

const right = () => ({ idNumber: plainNumber(), date: date() });

/** The number of a residence card that does not look cut. */
function inventCard(): string {
  const idNumber = inventResidenceCard();

  return idNumber.endsWith('000') ? inventCard() : idNumber;
}

/** What is said of the wrong rows, each text once. */
function textsOf({ faults }: { faults: { message: string }[] }): string[] {
  return [...new Set(faults.map(({ message }) => message))];
}

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

test('of residence cards those that were cut are wrong, and with them whatever looks so', async () => {
  const cards = [roundCard(), inventCard(), cutNumber(inventResidenceCard), roundCard(), cutNumber()];
  const rows = cards.map((idNumber, at) => ({ ...(at < 4 ? { idType: card } : {}), idNumber, date: date() }));
  const csv = [
    'idType,idNumber,date',
    ...rows.map((row) => `${row.idType ?? ''},${row.idNumber},${row.date}`),
  ];
  const { body } = await fever.send({ body: csv.join('\n'), type: 'text/csv' }).expect(201);
  expect(body.batch).toMatchObject({ rows: 5, added: 1, wrong: 4 });
  expect(textsOf(body)).toEqual([expect.stringContaining('000')]);
});

test('where none was cut, residence cards that end in 000 count', async () => {
  const rows = [roundCard(), inventCard()].map((idNumber) => ({ idType: card, idNumber, date: date() }));
  const { body } = await fever.deliver(rows).expect(201);
  expect(body.batch).toMatchObject({ added: 2, wrong: 0 });
});

test.each([
  ['resident', Number('350102199001011234')],
  [card, Number('911344198808231234')],
  ['taiwanPermit', 12345678],
  ['passport', 12345678],
  ['resident', '3.50102E+17'],
  [card, '9.11344E+17'],
  ['taiwanPermit', '1.23457E+7'],
  ['passport', '1.23457E+7'],
])('a spreadsheet’s or JSON’s number is none of a %s: %s', async (idType, idNumber) => {
  const { body } = await fever.deliver([{ idType, idNumber, date: date() }, right()]).expect(201);
  expect(body.batch).toMatchObject({ added: 1, wrong: 1 });
  expect(textsOf(body)).toEqual([expect.stringContaining('3.5E+17')]);
});
