import { decideOffline, policyOf } from '@anxing/contract/entry';
import { checkDigit } from '@anxing/contract/number12';
import { showPass } from '@anxing/contract/offline/passChain';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import fc from 'fast-check';

import { joinTold, type Held } from '../../../../admin/src/features/kiosk/offline/held';
import { readScanned } from '../../../../admin/src/features/kiosk/offline/readScanned';
import { sha256 } from '../../../../api/src/codes/outagePass';
import { decide } from '../../../../api/src/passages/decide';
import { parseColours } from '../../../../api/src/risk/colours';
import colours from '../../../../config/colours.json';
import policy from '../../../../config/policy.json';
import { fakeConfig } from '../../support/fake/fakeConfig';
import { FakeDoor } from '../../support/fake/fakeDoor';

const now = 1_795_000_000_000;
const number = `44001122334${checkDigit('44001122334')}`;
const config: PublicConfig = fakeConfig(now);
const door = new FakeDoor();
const takesPasses = { mask: false, temperature: 'asked', testHours: null, outagePass: true } as const;
const noPasses = { ...takesPasses, outagePass: false };

function held(given: Partial<Held> = {}): Held {
  const { keys, colours: names } = door.keys(now);
  const revocations = { asOf: now - 60_000, passes: new Map(), cards: new Set<string>() };

  return { keys, colours: names, clockOffset: 0, revocations, ...given };
}

function read(text: string, given: Held | undefined = held(), at = now, asks: typeof noPasses = takesPasses) {
  const question = { id: 'one', text, direction: 'in' as const, now: at, policy: asks };

  return readScanned(given, question, config);
}

function headline(outcome: ReturnType<typeof read>): string {
  return 'refusal' in outcome ? outcome.refusal.headline : `allowed ${outcome.person.decision}`;
}

describe('without network', () => {
  it('a fresh code of each colour is decided, with the age of the list', () => {
    const outcomes = [0, 1, 2].map((colour) => read(door.code(colour, now)));
    expect(outcomes).toMatchObject([
      { person: { colour: 'unknown', decision: 'ask', offline: { kind: 'code', listAge: 60_000 } } },
      { person: { colour: 'green', decision: 'allow', why: null } },
      { person: { colour: 'orange', decision: 'stop', why: expect.stringContaining('橙码') } },
    ]);
  });

  it('every refusal has words of its own', () => {
    const code = door.code(1, now);
    const pass = door.pass(1, now);
    const shown = showPass(sha256, pass, now) ?? '';
    const forged = new FakeDoor().code(1, now);
    const refusals = [
      read(code, held(), now + 80_000),
      read(code, held(), now - 30_000),
      read(forged),
      read(code, held({ keys: [{ ...held().keys[0], id: 4, publicKey: held().keys[0]?.publicKey ?? '' }] })),
      read(code.slice(0, 60)),
      read(shown, held(), now, noPasses),
      read(shown, held({ revocations: undefined })),
      read(number),
      read(`${number.slice(0, 11)}${9 - Number(number.slice(11))}`),
      read('https://example.cn/'),
      read('136012345678901234'),
      read(code, held({ keys: [] })),
    ].map(headline);
    expect(new Set(refusals).size).toBe(refusals.length);
    expect(refusals.filter((one) => one.startsWith('allowed'))).toEqual([]);
    expect(headline(read(shown))).toBe('allowed allow');
  });

  it('a list that is not complete is not kept', () => {
    const told = { asOf: now, passes: [], cards: ['one'], complete: true };
    expect(joinTold(undefined, told)?.cards).toEqual(new Set(['one']));
    expect(joinTold(joinTold(undefined, told), { ...told, complete: false })).toBeUndefined();
  });

  it('decides as the server does', () => {
    const known = parseColours(colours);
    const categories = config.categories.filter(({ testHours }) => testHours === null);
    const given = fc.record({
      colour: fc.constantFrom('unknown', 'green', 'orange'),
      temperature: fc.option(fc.integer({ min: 340, max: 430 }), { nil: undefined }),
      mask: fc.option(fc.boolean(), { nil: undefined }),
      category: fc.constantFrom(...categories.map(({ id }) => id), 'gone'),
    });
    fc.assert(
      fc.property(given, ({ colour, temperature, mask, category }) => {
        const seen = { mask, temperature: temperature === undefined ? undefined : temperature / 10 };
        const place = { ...policyOf(config, category), feedbackFirst: false };
        const here = decideOffline({ colour, direction: 'in', seen, policy: place }, config);
        const there = decide({ colour, ...seen, place }, known, policy as Parameters<typeof decide>[2]);
        expect({ decision: here.decision, why: here.why }).toEqual(there);
      }),
    );
  });
});
