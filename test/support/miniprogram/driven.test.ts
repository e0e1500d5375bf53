import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { launchMiniProgram } from './launch';
import { startTime, TestPhone } from './testPhone';

const scanned = { q: 'https%3A%2F%2Fq.example.test%2Fp%2FABC' };

/** Given to the app by WeChat. */
declare const getApp: () => Record<string, unknown>;

/** Answers anything, so that only a phone without a network gets no answer. */
function startServer(): Promise<Server> {
  const server = createServer((_, response) => response.end('{}'));

  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a phone that is driven by miniprogram-automator alone', () => {
  let phone: TestPhone;
  let server: Server;

  const journal = () =>
    phone.app.getStorage('journal') as Promise<{ what: string; query?: object; path?: string }[]>;
  const result = async (button: string) => {
    await phone.tap(button);
    await phone.waitFor(async () => !['', '…'].includes(await phone.text('.result')), 'a result');

    return phone.text('.result');
  };

  beforeAll(async () => {
    server = await startServer();
    phone = await TestPhone.open('weapp', {
      driver: 'automator',
      launch: { path: 'pages/tools/index', query: scanned, scene: 1011 },
      storage: { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      codes: { login: 'code-1' },
    });
  }, startTime);

  afterAll(async () => {
    await phone?.app.close();
    server?.closeAllConnections();
    server?.close();
  });

  test('is opened as the test says: page, options and storage', async () => {
    await phone.waitForPath('pages/tools/index');
    // It was opened plainly, with the storage that the test wants, before it was told how.
    expect((await journal())[0]).toMatchObject({ what: 'launch', path: 'pages/home/index' });
    expect((await journal()).slice(-2)).toEqual([
      { what: 'launch', path: 'pages/tools/index', query: scanned },
      { what: 'show', path: 'pages/tools/index', query: scanned },
    ]);
    expect(await result('.launchOptions')).toBe(JSON.stringify(scanned));
    expect(await result('.enterOptions')).toBe(JSON.stringify(scanned));
    expect(await phone.app.getStorage('base')).toMatch(/^http:/);
  });

  test('comes back without a path to the page it was on, with other options', async () => {
    await phone.app.show({ query: { q: 'second' } });
    expect(await phone.path()).toBe('pages/tools/index');
    await phone.waitFor(async () => (await journal()).at(-1)?.what === 'show', 'the app to come back');
    expect((await journal()).slice(-2)).toMatchObject([
      { what: 'hide' },
      { what: 'show', query: { q: 'second' } },
    ]);
    expect(await result('.enterOptions')).toBe('{"q":"second"}');
    expect(await result('.launchOptions')).toBe(JSON.stringify(scanned));
  });

  test('gives the codes of the test', async () => {
    expect(JSON.parse(await result('.login'))).toMatchObject({ code: 'code-1' });
    await phone.app.setCodes({ login: 'code-2' });
    expect(JSON.parse(await result('.login'))).toMatchObject({ code: 'code-2' });
  });

  test('has no network when the test says so', async () => {
    expect(JSON.parse(await result('.get'))).toMatchObject({ statusCode: 200 });
    await phone.app.setOffline(true);
    expect(await result('.get')).toMatch(/request:fail .*DISCONNECTED/);
    expect(JSON.parse(await result('.network:not(text)'))).toMatchObject({ networkType: 'none' });
    expect(await phone.app.device()).toMatchObject({ isOffline: true });
    await phone.app.setOffline(false);
    expect(JSON.parse(await result('.get'))).toMatchObject({ statusCode: 200 });
  });

  test('knows what the app asked of it', async () => {
    expect(await phone.app.device()).toMatchObject({ brightness: 0.5, keepsScreenOn: false, vibrations: [] });
    await result('.bright');
    await result('.call');
    expect(await phone.app.device()).toMatchObject({
      brightness: 1,
      keepsScreenOn: true,
      vibrations: ['short', 'long'],
      calledNumbers: ['12345'],
    });
    expect(await phone.app.calls('setKeepScreenOn')).toMatchObject([{ args: [{ keepScreenOn: true }] }]);
    await expect(phone.app.calls('chooseImage')).rejects.toThrow(/on the bench only/);
  });

  test('takes a picture of its screen', async () => {
    expect((await phone.app.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  });

  test('opens another page anew when it comes back with a path, and gives a phone number after consent', async () => {
    await phone.app.show({ path: 'pages/privacy/index', query: { from: 'outside' } });
    await phone.waitForPath('pages/privacy/index');
    expect(await phone.app.asksPrivacy()).toBe(true);
    await phone.app.setCodes({ phone: 'number-1' });
    await phone.app.pressPhoneButton(await phone.element('.phone'));
    await phone.waitFor(async () => (await phone.text('.agree')) !== '', 'the question');
    expect(await phone.text('.said')).toBe('');
    await phone.tap('.agree');
    await phone.waitForText('.said', 'number-1');
    expect(await phone.app.asksPrivacy()).toBe(false);
    await phone.app.setCodes({ phone: '' });
    await phone.app.pressPhoneButton(await phone.element('.phone'));
    await phone.waitForText('.said', 'getPhoneNumber:fail user deny');
  });

  test('starts cold with what was stored, and holds to network and codes', async () => {
    const isMarked = () => phone.miniProgram.evaluate(() => Boolean(getApp().isMarked));
    await phone.miniProgram.evaluate(() => {
      getApp().isMarked = true;
    });
    expect(await isMarked()).toBe(true);
    await phone.app.setStorage('kept', 'over a restart');
    await phone.app.setOffline(true);
    await phone.app.restart({ path: 'pages/tools/index' });
    await phone.waitForPath('pages/tools/index');
    expect(await isMarked()).toBe(false);
    expect(await phone.app.getStorage('kept')).toBe('over a restart');
    expect(await result('.get')).toMatch(/request:fail .*DISCONNECTED/);
    expect(JSON.parse(await result('.login'))).toMatchObject({ code: 'code-2' });
  });

  test('tells of errors that the app throws, and of what it cannot do', async () => {
    expect(phone.app.errors()).toEqual([]);
    await phone.app.restart();
    await phone.tap('.throws');
    await phone.waitFor(async () => /thrown on purpose/.test(phone.app.errors().join()), 'the error');
    expect(() => phone.app.emit('UserCaptureScreen')).toThrow(/only on the bench/);
  });
});

test(
  'a phone of another width than the test counts on is refused',
  async () => {
    const opened = TestPhone.open('weapp', { driver: 'automator', viewport: { width: 320, height: 568 } });
    await expect(opened).rejects.toThrow('the phone is 375 wide: choose one of 320');
  },
  startTime,
);

test('Alipay is not driven by miniprogram-automator alone', async () => {
  const launched = launchMiniProgram({ platform: 'alipay', driver: 'automator', dist: __dirname });
  await expect(launched).rejects.toThrow(/drives WeChat only/);
});
