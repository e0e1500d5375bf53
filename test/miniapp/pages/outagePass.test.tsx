import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { splitPass } from '@anxing/contract/offline/codeForms';

import { KeyRing } from '../../../api/src/codes/keyRing';
import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../api/src/codes/keys';
import { issuePass, openPass } from '../../../api/src/codes/outagePass';
import { leaveAccount } from '../../../miniapp/src/features/me/leave';
import { passAt, passTime } from '../../../miniapp/src/lib/outagePass';
import CodePage from '../../../miniapp/src/pages/code/index';
import { signedInApp } from '../../support/taro/freshApp';
import { sampleCode } from '../../support/taro/samples';
import type { TestServer } from '../../support/taro/server';

const key = codeKeyFromMaterial(newCodeKeyMaterial(1));
const ring = new KeyRing([key]);
const reference = Buffer.from('0123456789abcdef', 'hex');
const hour = 3_600_000;

/** A server that hands out passes, with a clock that is off by `offset` ms. */
async function serverWithPasses({ colour = 'green', offset = 0 } = {}): Promise<TestServer> {
  const server = await signedInApp();
  const time = () => Date.now() + offset;

  return server
    .on('GET me/code', () => ({ body: sampleCode(colour, time()) }))
    .on('POST me/code/renewals', () => ({ body: sampleCode(colour, time()) }))
    .on('GET me/code/pass', () => ({
      body: { ...issuePass(key, { reference, colour: 1, now: time() }), colour, serverTime: time() },
    }));
}

const passesAsked = ({ calls }: TestServer) => calls.filter((call) => call === 'GET me/code/pass').length;

async function showThenLoseNetwork(server: TestServer): Promise<void> {
  render(<CodePage />);
  await waitFor(() => expect(passAt(passTime())).toBeDefined());
  server.isReachable = false;
  fireEvent.click(screen.getByText('刷新'));
  await screen.findByText('离线通行码');
}

test('without network the phone shows the pass, marked and with its time, in no colour', async () => {
  await showThenLoseNetwork(await serverWithPasses());
  expect(document.querySelector('.pass-card__state')?.textContent).toMatch(/^签发时为绿码 · .*签发$/);
  expect(document.querySelector('.hero')).toBeNull();
  expect(document.querySelector('canvas')).not.toBeNull();
});

test('a door can open what is shown, step by step, also when the phone’s clock is wrong', async () => {
  const offset = -3 * hour;
  await showThenLoseNetwork(await serverWithPasses({ offset }));
  const serverTime = Date.now() + offset;
  for (const later of [0, 45_000, 11 * hour]) {
    const shown = passAt(passTime() + later);
    expect(openPass(ring, shown?.text ?? '', serverTime + later)).toMatchObject({
      ok: true,
      content: { reference },
    });
    expect(splitPass(shown?.text ?? '')?.step).toBe(
      Math.floor((passTime() + later - (shown?.issuedAt ?? 0)) / 30_000),
    );
  }
  expect(passAt(passTime() + 12 * hour)).toBeUndefined();
});

test('one pass serves for an hour; another colour has another pass at once', async () => {
  const server = await serverWithPasses();
  render(<CodePage />);
  await waitFor(() => expect(passesAsked(server)).toBe(1));
  fireEvent.click(screen.getByText('刷新'));
  await waitFor(() => expect(server.count('POST me/code/renewals')).toBe(1));
  expect(passesAsked(server)).toBe(1);
});

test('who leaves the account leaves no pass behind', async () => {
  const server = await serverWithPasses();
  server.on('DELETE sessions/current', { status: 204 });
  render(<CodePage />);
  await waitFor(() => expect(passAt(passTime())).toBeDefined());
  await leaveAccount();
  expect(passAt(passTime())).toBeUndefined();
});
