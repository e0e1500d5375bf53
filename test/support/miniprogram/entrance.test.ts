import type { Query } from './types';
import { platforms, startTime, TestPhone } from './testPhone';

const link = 'https://q.example.test/p/ABC?x=1';

describe.each(platforms)('the way into the app on %s', (platform) => {
  let phone: TestPhone;

  const scanned: Query = platform === 'weapp' ? { q: encodeURIComponent(link) } : { qrCode: link };
  const journal = () =>
    phone.app.getStorage('journal') as Promise<{ what: string; query?: object; path?: string }[]>;

  beforeAll(async () => {
    phone = await TestPhone.open(platform, {
      launch: { path: 'pages/tools/index', query: scanned, scene: 1011 },
      storage: { given: [1, 2] },
    });
  }, startTime);

  afterAll(() => phone?.app.close());

  test('a cold start by a scanned link hands it to the app', async () => {
    expect(await phone.path()).toBe('pages/tools/index');
    expect((await journal()).slice(0, 2)).toEqual([
      { what: 'launch', path: 'pages/tools/index', query: scanned },
      { what: 'show', path: 'pages/tools/index', query: scanned },
    ]);
    await phone.tap('.launchOptions');
    await phone.waitForText('.result', JSON.stringify(scanned));
  });

  test('what the test stored before the start is there', async () => {
    expect(await phone.app.getStorage('given')).toEqual([1, 2]);
    expect(await phone.app.getStorage('nothing')).toBeUndefined();
  });

  test('a warm start without a path stays on the page and brings new options', async () => {
    const second: Query = platform === 'weapp' ? { q: 'second' } : { qrCode: 'second' };
    await phone.app.show({ query: second });
    expect(await phone.path()).toBe('pages/tools/index');
    expect((await journal()).slice(-2)).toMatchObject([{ what: 'hide' }, { what: 'show', query: second }]);
    await phone.tap('.enterOptions');
    await phone.waitForText('.result', JSON.stringify(second));
    await phone.tap('.launchOptions');
    await phone.waitForText('.result', JSON.stringify(scanned));
  });

  test('a warm start with a path opens that page anew', async () => {
    await phone.app.show({ path: 'pages/forms/index', query: { from: 'outside' } });
    expect(await phone.path()).toBe('pages/forms/index');
    expect(await phone.text('.from')).toBe('from outside');
  });

  test('a cold start later finds what the app stored', async () => {
    await phone.app.setStorage('kept', { over: 'restart' });
    await phone.app.restart();
    expect(await phone.path()).toBe('pages/home/index');
    expect(await phone.app.getStorage('kept')).toEqual({ over: 'restart' });
  });

  test('a cold start without a network has none from the first moment', async () => {
    await phone.app.setOffline(true);
    await phone.app.restart({ path: 'pages/tools/index' });
    expect((await phone.app.device()).isOffline).toBe(true);
    await phone.app.setOffline(false);
  });

  test('nothing went wrong meanwhile', () => {
    expect(phone.app.errors()).toEqual([]);
  });
});
