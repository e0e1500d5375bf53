import { buildFixture } from './fixture/build';
import { launchMiniProgram } from './launch';
import { platforms, startTime, TestPhone } from './testPhone';

/** Given to the app by the platform. */
declare const getApp: unknown;

describe('what cannot be launched', () => {
  test(
    'a package of the other platform',
    async () => {
      const dist = await buildFixture('alipay');
      await expect(launchMiniProgram({ platform: 'weapp', dist })).rejects.toThrow(
        /compiled for alipay, not for weapp/,
      );
    },
    startTime,
  );

  test('a folder without a compiled mini-program', async () => {
    await expect(launchMiniProgram({ platform: 'weapp', dist: __dirname })).rejects.toThrow(
      /there is no app\.json/,
    );
  });
});

describe.each(platforms)('what goes wrong on %s', (platform) => {
  let phone: TestPhone;

  beforeAll(async () => {
    phone = await TestPhone.open(platform);
  }, startTime);

  afterAll(() => phone?.app.close());

  const waitForError = (wanted: RegExp) =>
    phone.waitFor(async () => phone.app.errors().some((error) => wanted.test(error)), String(wanted));

  test('an error in a handler of the app is seen, here and by listeners of the protocol', async () => {
    const heard = new Promise<{ exception: { message: string } }>((resolve) => {
      phone.miniProgram.on('exception', resolve);
    });
    await phone.tap('.throws');
    await waitForError(/thrown on purpose/);
    expect((await heard).exception.message).toMatch(/thrown on purpose/);
  });

  test('an error in a timer of the app is seen', async () => {
    await phone.miniProgram.evaluate(() => {
      setTimeout(() => {
        throw new Error('late');
      }, 0);
    });
    await waitForError(/late/);
  });

  test('a function that phones have and the bench has not is seen; one that phones do not have is not there', async () => {
    await phone.app.show({ path: 'pages/tools/index' });
    await phone.tap('.unknown');
    await waitForError(/startBluetoothDevicesDiscovery/);
    const name = platform === 'weapp' ? 'wx' : 'my';
    const call = phone.miniProgram.evaluate(`function () { return ${name}.somethingNew({}) }`);
    await expect(call).rejects.toThrow(/somethingNew is not a function/);
  });

  test('functions of a browser that phones lack are not there for the app', async () => {
    const found = await phone.miniProgram.evaluate(() => [
      typeof window,
      typeof document,
      typeof fetch,
      typeof URL,
      typeof TextEncoder,
      typeof (globalThis as { document?: unknown }).document,
      typeof getApp,
      typeof setTimeout,
      typeof Promise,
    ]);
    expect(found).toEqual([...Array<string>(6).fill('undefined'), 'function', 'function', 'function']);
  });

  test('what is not on the page is not found', async () => {
    const page = await phone.page();
    expect(await page.$('.nowhere')).toBeNull();
    expect(await page.$$('.nowhere')).toEqual([]);
  });

  test('an element of a closed page cannot be tapped', async () => {
    const button = await phone.element('.scan');
    await phone.app.show({ path: 'pages/home/index' });
    await expect(button.tap()).rejects.toThrow('no such element');
  });

  test('a message that the bench does not know fails', async () => {
    await expect(phone.miniProgram.testAccounts()).rejects.toThrow(
      /Tool.getTestAccounts is not on the bench/,
    );
  });

  test('a page that the package does not hold is refused at the start', async () => {
    await phone.app.restart({ path: 'pages/nowhere/index' });
    await waitForError(/pages\/nowhere\/index/);
    await expect(phone.miniProgram.currentPage()).rejects.toThrow('No page is open');
  });
});
