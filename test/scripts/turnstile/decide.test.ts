import { decideHere } from '../../../scripts/turnstile/decide.mjs';
import { deviceVectors } from '../../support/devices/vectors';

const at = 1_795_221_000_000;
const vectors = new Map(Object.entries(deviceVectors()));
const publicKey = vectors.get('seeds')?.match(/codes\s+\S+\s+(\S{43})/)?.[1] ?? '';
const lists = {
  keys: [{ id: 1, publicKey }],
  colours: [null, 'green'],
  opens: [1],
  revocations: { asOf: at, passes: [], cards: [], complete: true },
};

interface Case {
  asks?: object;
  opens?: number[];
  scan?: object;
}

function decide({ asks = {}, opens = [1], scan = {} }: Case) {
  const held = { lists: { ...lists, opens }, takesPasses: true, asks };

  return decideHere(held, { object: vectors.get('code') ?? '', ...scan }, at);
}

test.each<[string, Case]>([
  ['nothing', {}],
  ['a temperature that was not measured, where it is only asked for', { asks: { temperature: 'asked' } }],
  ['somebody measured', { asks: { temperature: 'required', feverFrom: 37.3 }, scan: { temperature: 36.5 } }],
  ['whoever leaves, whatever is asked', { asks: { testHours: 48 }, opens: [], scan: { direction: 'out' } }],
])('the gate opens without network for a good code and %s', async (_what, given) => {
  expect(await decide(given)).toMatchObject({ opens: true, decision: 'allow', isPassage: true });
});

test.each<[string, Case, string]>([
  ['a colour that does not open it', { opens: [] }, 'stop'],
  ['a fever', { asks: { feverFrom: 37.3 }, scan: { temperature: 37.3 } }, 'stop'],
  ['a test is asked for, of which only the platform knows', { asks: { testHours: 48 } }, 'ask'],
  ['a temperature is required and nobody measured', { asks: { temperature: 'required' } }, 'ask'],
])('the gate stays shut without network: %s', async (_what, given, decision) => {
  expect(await decide(given)).toMatchObject({ opens: false, decision, isPassage: true });
});

test.each<['device_disabled' | 'point_closed', string]>([
  ['device_disabled', '平台已停用本闸机'],
  ['point_closed', '平台已停用本服务点'],
])(
  'a gate of which the platform said last that it is not to open stays shut: %s',
  async (shutBy, sentence) => {
    const held = { lists, takesPasses: true, shutBy };
    for (const direction of ['in', 'out'] as const) {
      const decided = await decideHere(held, { object: vectors.get('code') ?? '', direction }, at);
      expect(decided).toMatchObject({ opens: false, decision: 'stop', isPassage: false });
      expect(decided.why).toContain(sentence);
    }
  },
);

test.each([
  ['by its list', { complete: true }, undefined],
  ['by a list that is not complete', { complete: false }, undefined],
  ['by what a heartbeat told', { asOf: at - 3_600_000 }, at],
])('a gate whose clock has fallen back %s opens for nothing', async (_how, list, serverTime) => {
  const revocations = { ...lists.revocations, ...list };
  const held = { lists: { ...lists, revocations }, takesPasses: true, ...(serverTime ? { serverTime } : {}) };
  const object = vectors.get('code') ?? '';
  expect(await decideHere(held, { object }, at)).toMatchObject({ opens: true });
  const decided = await decideHere(held, { object }, at - 10_001);
  expect(decided).toMatchObject({ opens: false, isPassage: false, list: { age: undefined } });
  expect(decided.why).toContain('本机时间不准');
});
