import { fieldErrors } from '@anxing/contract/fieldErrors';
import { riskRuleList } from '@anxing/contract/riskRules';
import { z } from 'zod';

function faults(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);

  return parsed.success ? [] : fieldErrors(parsed.error.issues).map(({ path }) => path);
}

const one = z.union([
  z.strictObject({ street: z.string(), number: z.number() }),
  z.strictObject({ box: z.number() }),
]);

test('what is wrong is told of the choice that was meant', () => {
  expect(faults(one, { street: 'a', number: 'b' })).toEqual(['number']);
  expect(faults(one, { box: 'x' })).toEqual(['box']);
  expect(faults(z.object({ list: z.array(one) }), { list: [{ box: 1 }, { box: 'x' }] })).toEqual([
    'list.1.box',
  ]);
});

test('a plain value that fits no choice keeps its own place', () => {
  expect(faults(z.object({ a: z.union([z.literal('x'), z.number()]) }), { a: true })).toEqual(['a']);
});

test('a rule names its condition and the field within', () => {
  const rule = {
    id: 'x',
    enabled: true,
    colour: 'orange',
    when: [{ source: 'a', kinds: [], lasts: { days: 1.5 } }],
    reason: 'r',
    advice: 'a',
    appeal: 'b',
    exemptions: [],
  };
  expect(faults(riskRuleList, [rule])).toEqual(['0.when.0.kinds', '0.when.0.lasts.days']);
});
