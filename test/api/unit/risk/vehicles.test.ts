import { loadProvinceConfig } from '../../../../api/src/base/provinceConfig';
import { BlindIndex } from '../../../../api/src/privacy/blindIndex';
import { RowReader } from '../../../../api/src/risk/feedRows/rowReader';
import { surroundingsOf } from '../../../../api/src/risk/feedRows/surroundings';
import { inventIdNumber } from '../../../support/api/invented';
import { feedRules, now } from './support';

const index = new BlindIndex([{ id: 1, key: Buffer.alloc(32, 7).toString('base64') }]);
const around = surroundingsOf({ index, config: loadProvinceConfig('config') }, now);
const idNumber = inventIdNumber();

function read(source: string, cells: object) {
  const feed = feedRules.find((rule) => rule.source === source);
  if (!feed) {
    throw new Error(source);
  }

  return new RowReader(feed, around).read(1, { idNumber, date: '2026-03-18', ...cells });
}

const ride = (vehicle: string) => read('journeys', { kind: 'train', vehicle });

/** Rows with the same one meet. */
function keyOf(vehicle: string): string {
  const outcome = ride(vehicle);

  return 'row' in outcome ? String(outcome.row.matchKey?.toString('hex')) : JSON.stringify(outcome);
}

test.each([
  ['Ｇ１２３４', 'G1234'],
  ['g 1234', 'G1234'],
  ['G-1234', 'G1234'],
  ['Ｇ－１２３４', 'G1234'],
  ['G1234次', 'G1234'],
  ['G1234 次列车', 'G1234'],
  ['闽Ａ12345', '闽A12345'],
  ['闽A·12345', '闽A12345'],
  ['闽A•12345', '闽A12345'],
  ['D0102', 'D102'],
  ['D0102次', 'D102'],
  ['CA0981', 'CA981'],
  ['CA981航班', 'CA981'],
  ['CA981 号航班', 'CA981'],
  ['3U0882', '3U882'],
  ['K00', 'K0'],
])('%s is the same vehicle as %s', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each([
  ['D102', 'D12'],
  ['D1020', 'D102'],
  ['G0123', 'G1230'],
  ['闽A01234', '闽A1234'],
  ['3次', '3号'],
  ['0123', '123'],
])('%s and %s are two', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
  expect(ride(one)).toHaveProperty('row');
});

test.each(['次', 'G', 'G1234,D102', 'G12345678901234'])('%s is no vehicle', (vehicle) => {
  expect(ride(vehicle)).toEqual({ faults: [{ column: 'vehicle', fault: 'format' }] });
});

test('a row tells under which key it was stored while width and endings made another vehicle', () => {
  expect(ride('G1234次')).toMatchObject({ row: { spelledKey: expect.any(Buffer) } });
  expect(ride('g 1234')).toMatchObject({ row: { spelledKey: undefined } });
});

test.each(['N02BE01', 'ｎ０２ｂｅ０１', 'n02 be01', 'N02-BE-01'])(
  '%s is on the list of medicines',
  (drugCode) => {
    const [told, plain] = [read('medicine', { drugCode }), read('medicine', { drugCode: 'N02BE01' })];
    expect(told).toHaveProperty('row');
    expect(told).toEqual(plain);
  },
);

test.each(['A11GA01', 'N02BE0', '-'])('%s is not', (drugCode) => {
  expect(read('medicine', { drugCode })).toEqual({ ignored: true });
});
