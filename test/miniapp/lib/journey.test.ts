import { goOn, rememberPoster } from '../../../miniapp/src/lib/journey';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { posterToken, sampleMe } from '../../support/taro/samples';

describe('going on after a step', () => {
  test('who never consented begins with the consent', async () => {
    freshApp();
    await goOn();
    expect(phone.moves).toEqual(['start /pages/consent/index']);
  });

  test('the consents of the phone are told to the server once there is an account', async () => {
    const server = await signedInApp();
    server.on('GET me', { body: sampleMe({ level: 1, consents: [] }) });
    server.on('POST me/consents', { status: 204 });
    await goOn();
    expect(server.bodies).toEqual([
      undefined,
      { kind: 'privacy', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ]);
    expect(phone.moves).toEqual(['start /pages/identity/index']);
  });

  test('the claim is on the code page, which is a tab', async () => {
    const server = await signedInApp();
    server.on('GET me', { body: sampleMe({ hasCode: false }) });
    await goOn();
    expect(phone.moves).toEqual(['tab /pages/code/index']);
  });

  test('after the last step the scanned poster opens, once', async () => {
    await signedInApp();
    rememberPoster(posterToken);
    await goOn();
    await goOn();
    expect(phone.moves).toEqual([`start /pages/place/index?poster=${posterToken}`, 'tab /pages/code/index']);
  });

  test('a poster of an hour ago is forgotten', async () => {
    const server = await signedInApp();
    server.on('POST sessions/refresh', { body: { accessToken: 'access-2', expiresIn: 600 } });
    rememberPoster(posterToken);
    const later = Date.now() + 61 * 60_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    await goOn();
    jest.restoreAllMocks();
    expect(phone.moves).toEqual(['tab /pages/code/index']);
  });
});
