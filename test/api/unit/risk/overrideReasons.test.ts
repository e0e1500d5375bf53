import overrideJson from '../../../../config/overrides.json';
import { RiskConfigError } from '../../../../api/src/risk/configError';
import { overrideKinds, parseOverrideReasons } from '../../../../api/src/risk/overrideReasons';
import { feedRules } from './support';

const reason = { id: 'example', name: '示例', kinds: ['set.orange'] };

test('the configured reasons are for kinds that there are, and every kind has one', () => {
  const reasons = parseOverrideReasons(overrideJson, feedRules);
  const reasoned = new Set(reasons.flatMap(({ kinds }) => kinds));
  expect([...reasoned].sort()).toEqual(
    overrideKinds(feedRules)
      .map(({ id }) => id)
      .sort(),
  );
});

test.each([
  ['an unknown kind', [{ ...reason, kinds: ['set.orange', 'set.green'] }], "no kind 'set.green'"],
  ['a reason twice', [reason, reason], 'example is used twice'],
  ['a reason for nothing', [{ ...reason, kinds: [] }], 'reasons[0].kinds'],
  ['an unknown field', [{ ...reason, colour: 'red' }], 'reasons[0]'],
  ['no reason at all', [], 'reasons'],
])('%s is refused, with its place', (_what, reasons, message) => {
  const parse = () => parseOverrideReasons({ reasons }, feedRules);
  expect(parse).toThrow(RiskConfigError);
  expect(parse).toThrow(message);
});
