import { creditCodeCheck } from '@anxing/contract/creditCode';

import { loadProvinceConfig } from '../../../../api/src/base/provinceConfig';
import { pointFaults } from '../../../../api/src/commands/pointFaults';
import { unitFaults } from '../../../../api/src/commands/unitFaults';

const config = loadProvinceConfig('config');

const faultsOf = (input: Parameters<typeof pointFaults>[1]) => pointFaults(config, input, '350100');

test('a point may stand in any known district, named by 6 or 12 digits', () => {
  expect(faultsOf({ division: '350102' })).toEqual({});
  expect(faultsOf({ division: '350102001002' })).toEqual({});
  expect(faultsOf({ division: '350199' })).toEqual({ division: 'division' });
});

test('only what is given is looked at', () => {
  expect(faultsOf({})).toEqual({});
  expect(unitFaults(config, {})).toEqual({});
});

test('what the poster font lacks is refused in name and address', () => {
  expect(faultsOf({ name: '安行书店 No.1（南）', address: '安宁路 88 号' })).toEqual({});
  expect(faultsOf({ name: '🍜', address: '𠮷野家' })).toEqual({
    name: 'glyphs',
    address: 'glyphs',
  });
});

test('a credit code that fails its check passes when it was confirmed', () => {
  const first17 = '91350100MA0000001';
  const right = first17 + creditCodeCheck(first17);
  const wrong = first17 + (right.endsWith('0') ? '1' : '0');
  expect(unitFaults(config, { creditCode: right })).toEqual({});
  expect(unitFaults(config, { creditCode: wrong })).toEqual({ creditCode: 'creditCode.checksum' });
  expect(unitFaults(config, { creditCode: wrong, creditCodeConfirmed: true })).toEqual({});
});
