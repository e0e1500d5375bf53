import { errorTexts, type ErrorCode } from '@anxing/contract/errors';
import { showPass } from '@anxing/contract/offline/passChain';

import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../api/src/codes/keys';
import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { decideHere } from '../../../scripts/turnstile/decide.mjs';
import { Showings } from '../../../scripts/turnstile/showings.mjs';
import { State } from '../../../scripts/turnstile/state.mjs';
import { Turnstile } from '../../../scripts/turnstile/turnstile.mjs';
import { useTemporaryFolder } from '../temporaryFolder';

const key = codeKeyFromMaterial(newCodeKeyMaterial(1));
const reference = Buffer.from('0102030405060708', 'hex');
const now = Date.now();
const content = { reference, colour: 1, now };
const code = () => issuePersonalCode(key, content);
const pass = issuePass(key, { ...content, now: now - 3_600_000 });
const stepAt = (at: number) => showPass(sha256, pass, at) ?? '';
const lists = {
  keys: [{ id: 1, publicKey: key.publicKey.export({ format: 'jwk' }).x ?? '' }],
  colours: [null, 'green'],
  opens: [1],
  revocations: { asOf: now, passes: [], cards: [], complete: true },
};

function gateWith(asks: object = {}) {
  const showings = new Showings();

  return (object: string, at = now, more: object = {}) =>
    decideHere({ lists, takesPasses: true, asks, showings }, { object, ...more }, at);
}

const both = (error: ErrorCode) => errorTexts[error].slice(1).join(' / ');

test('without network the gate opens once for a code, and says what to do in the platform’s words', async () => {
  const show = gateWith();
  const object = code();
  expect(await show(object)).toMatchObject({ opens: true });
  const again = await show(object, now + 30_000);
  expect(again).toMatchObject({ opens: false, decision: 'stop', isPassage: false, why: both('code_used') });
  expect(await show(code(), now + 30_000)).toMatchObject({ opens: true });
});

test('nor for the same code in other characters, or from two cameras at once', async () => {
  const show = gateWith();
  const object = code();
  const wide = [...object].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
  const decided = await Promise.all(
    [object, `${object} `, wide, `ax1:${object.slice(4)}`].map((one) => show(one)),
  );
  expect(decided.filter(({ opens }) => opens)).toHaveLength(1);
});

test('once for each step of a pass', async () => {
  const show = gateWith();
  expect(await show(stepAt(now))).toMatchObject({ opens: true });
  expect(await show(stepAt(now), now + 5_000)).toMatchObject({ opens: false, why: both('pass_used') });
  const later = now + 31_000;
  expect(await show(stepAt(later), later)).toMatchObject({ opens: true });
});

test('whoever leaves by the code with which he came gets out, once', async () => {
  const show = gateWith();
  const object = code();
  await show(object);
  const out = { direction: 'out' };
  expect(await show(object, now, out)).toMatchObject({ opens: true });
  expect(await show(object, now, out)).toMatchObject({ opens: false });
});

test('what let nobody in is not used up', async () => {
  const show = gateWith({ feverFrom: 37.3 });
  const object = code();
  expect(await show(object, now, { temperature: 38 })).toMatchObject({ opens: false, decision: 'stop' });
  expect(await show(object, now, { temperature: 36.5 })).toMatchObject({ opens: true });
});

describe('a gate that nobody answers', () => {
  const folder = useTemporaryFolder();

  function gateIn(place: string): Turnstile {
    const state = new State(place);
    if (!state.isEnrolled) {
      // Nobody listens there.
      state.write('device', {
        origin: 'http://127.0.0.1:9',
        deviceId: 'd',
        serverKeys: [],
        takesPasses: true,
      });
      state.write('lists', lists);
    }

    return new Turnstile(state, { skewSeconds: 0 });
  }

  test('opens once, also after it was started again', async () => {
    const place = folder();
    const object = code();
    const gate = gateIn(place);
    expect(await gate.check(object, {})).toMatchObject({ by: 'itself', opens: true });
    expect(await gate.check(object, {})).toMatchObject({ by: 'itself', opens: false });
    expect(await gateIn(place).check(object, {})).toMatchObject({ by: 'itself', opens: false });
    expect(gate.queue.length).toBe(1);
  });
});
