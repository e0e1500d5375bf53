import { maskIdNumber, maskName, maskPhone } from '../../../../api/src/presenters/mask';

test.each([
  ['张三', '*三'],
  ['欧阳小明', '***明'],
  ['阿卜杜拉·买买提', '***提'],
  ['𠮷野', '*野'],
  ['李', '*'],
  ['', '*'],
])('of %s only the end stays: %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['35010219900307001X', '35*****01X'],
  ['E12345678', 'E1*****678'],
  ['12345', '*****'],
])('of the document %s two and three characters at most', (idNumber, masked) => {
  expect(maskIdNumber(idNumber)).toBe(masked);
});

test('of a phone seven digits, of anything short nothing', () => {
  expect(maskPhone('13800000001')).toBe('138****0001');
  expect(maskPhone('10086')).toBe('*****');
});
