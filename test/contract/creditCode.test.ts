import { creditCodeCheck, creditCodeChecks, isCreditCodeForm } from '@anxing/contract/creditCode';

test('a code with its own check character passes, with another it does not', () => {
  const first17 = '91350100MA0000001';
  const right = creditCodeCheck(first17);
  expect(creditCodeChecks(first17 + right)).toBe(true);
  const others = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((one) => one !== right);
  expect(others.some((one) => creditCodeChecks(first17 + one))).toBe(false);
});

test.each(['', '91350100MA000000', '91350100MI00000011', '91350100MA0000001OX'])(
  '%s has not the form',
  (code) => {
    expect(isCreditCodeForm(code)).toBe(false);
  },
);
