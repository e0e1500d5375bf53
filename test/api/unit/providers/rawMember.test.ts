import fc from 'fast-check';

import { rawMember } from '../../../../api/src/providers/alipay/rawMember';

describe('the raw text of a member', () => {
  it.each([
    ['{"a":{"b":"}"},"sign":"x"}', 'a', '{"b":"}"}'],
    ['{ "a" : [1,{"c":"]\\""}] , "b" : 2 }', 'a', '[1,{"c":"]\\""}]'],
    ['{"a":"x","a":"y"}', 'a', undefined],
    ['{"b":{"a":1}}', 'a', undefined],
    ['{"\\u0061":1}', 'a', '1'],
    ['{"a":-1.50e+3,"b":null}', 'a', '-1.50e+3'],
    ['{}', 'a', undefined],
    ['{"x":"\\\\","a":true}', 'a', 'true'],
  ])('%s → %s: %s', (json, name, raw) => {
    expect(rawMember(json, name)).toBe(raw);
  });

  it('is what was written, for any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (object, spaces) => {
        const json = JSON.stringify(object, null, spaces);

        for (const [name, value] of Object.entries(object)) {
          expect(JSON.parse(rawMember(json, name) ?? 'missing')).toEqual(JSON.parse(JSON.stringify(value)));
        }
      }),
    );
  });

  it('never runs for ever, whatever it is given', () => {
    fc.assert(fc.property(fc.string(), (text) => void quietly(() => rawMember(`{${text}`, 'a'))));
  });
});

function quietly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
  }
}
