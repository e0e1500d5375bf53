import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { inventPhone } from '../support/api/invented';
import { signInStaff, type ApiUser } from '../support/e2e/apiUser';
import { eventually } from '../support/e2e/eventually';
import { MiniProgramUser } from '../support/e2e/miniProgramUser';
import { inventPerson, masked, type Person } from '../support/e2e/people';
import { decodeQr } from '../support/e2e/qrReaders';
import { startServer, type RunningServer } from '../support/e2e/server';
import { flowOf, placeNamed, scan, type Place } from '../support/e2e/venue';
import { launchMiniProgram, type LaunchedMiniProgram } from '../support/miniprogram/launch';
import { describeOnBench, inDevTools } from '../support/miniprogram/onBench';
import type { Platform, Query } from '../support/miniprogram/types';

// DevTools are a large program, and may have to be started twice.
jest.setTimeout(inDevTools ? 240_000 : 60_000);

const codePage = 'pages/code/index';
const placePage = 'pages/place/index';
const scanPage = 'pages/scan/index';

/** What differs between the two: how a scanned link arrives, and how the scanner is called. */
const platforms = {
  weapp: {
    // The same story can be told to the real DevTools (docs/miniprogram-bench.md).
    driver: 'automator',
    // WeChat encodes the link once and adds the moment of the scan.
    scanned: (link: string, at: number): Query => ({
      q: encodeURIComponent(link),
      scancode_time: String(at),
    }),
    scanner: 'scanCode',
    scannerSays: (text: string) => ({ result: text, scanType: 'QR_CODE' }),
    database: () => 'sqlite',
  },
  alipay: {
    driver: 'bench',
    scanned: (link: string): Query => ({ qrCode: link }),
    scanner: 'scan',
    scannerSays: (text: string) => ({ code: text, qrCode: text, codeContent: text, codeType: 'qr' }),
    // One story on each database, when there is a MariaDB.
    database: () => process.env.ANXING_TEST_MARIADB ?? 'sqlite',
  },
} as const;

const distOf = (platform: Platform) => path.join(__dirname, '../../miniapp/dist', platform);

/** The person is signed in by the platform, and has yet to say who it is. */
async function reachIdentity(user: MiniProgramUser): Promise<void> {
  await user.reach('pages/consent/index');
  await user.consent();
  await user.reach('pages/signIn/index');
  await user.tap('.sign-in');
  await user.reach('pages/identity/index');
}

describe.each<Platform>(['weapp', 'alipay'])('the compiled %s app', (platform) => {
  const { driver, scanned, scanner, scannerSays, database } = platforms[platform];
  const scannedAt = Math.floor(Date.now() / 1000);
  let server: RunningServer;
  let guard: ApiUser;
  let manager: ApiUser;
  let garage: Place;
  let cinema: Place;
  let phone: LaunchedMiniProgram;
  let user: MiniProgramUser;
  let person: Person;

  beforeAll(async () => {
    server = await startServer({ name: platform, database: database() });
    [guard, manager] = await Promise.all([signInStaff(server, 'guard'), signInStaff(server, 'manager')]);
    garage = await placeNamed(manager, '示例万象停车楼');
    cinema = await placeNamed(manager, '四楼影城');
    person = inventPerson();
    phone = await launchMiniProgram({
      platform,
      driver,
      dist: distOf(platform),
      launch: { scene: 1011, query: { api: server.url, ...scanned(garage.link, scannedAt) } },
      codes: { login: `visitor${platform}.1`, phone: `${inventPhone()}.1` },
    });
    user = new MiniProgramUser(phone);
  });

  afterAll(async () => {
    await phone?.close();
    await server?.close();
  });

  afterEach(() => {
    expect(phone.errors()).toEqual([]);
  });

  test('a cold start from a poster leads through every step and back to the poster’s place', async () => {
    await reachIdentity(user);
    if (!inDevTools) {
      // DevTools ask only for an AppID that has declared what it does with personal data.
      expect(await phone.asksPrivacy()).toBe(platform === 'weapp');
    }
    await user.givePhoneNumber();
    await user.verifyIdentity(person);
    await user.reach(codePage);
    await user.tap('.claim');
    await user.reach(placePage);
    await user.expect('.place-name', garage.name);
    await user.expect('.place-address', garage.address);
    await user.expect('.own-colour', '绿码');
  });

  test('registering gives a verdict that can be read from two metres, and counts one inside', async () => {
    await user.tap('.register');
    const verdict = await user.find('.verdict');
    expect(await verdict.text()).toBe('通行');
    expect(parseFloat(await verdict.style('font-size'))).toBeGreaterThanOrEqual(72);
    await user.expect('.result', masked(person.name));
    expect(await flowOf(manager, garage.id)).toMatchObject({ in: 1, out: 0, inside: 1 });
  });

  test('coming back with the poster already used, or without one, opens no place', async () => {
    await user.tap('.home');
    await user.reach(codePage);
    const navigations = (await phone.calls('navigateTo')).length;
    await phone.show({ scene: 1011, query: scanned(garage.link, scannedAt) });
    await phone.show();
    await user.find('.code-frame');
    await sleep(500);
    expect(await phone.calls('navigateTo')).toHaveLength(navigations);
    await user.reach(codePage);
  });

  test('the drawn code is read from the screen by both readers, and taken at the door', async () => {
    await user.find('.code-frame');
    const text = await eventually(async () => decodeQr(await phone.screenshot()));
    const answer = await scan(guard, garage.id, text);
    expect(answer).toMatchObject({ object: 'code', colour: 'green', decision: 'allow' });
    expect(answer.person.name).toBe(masked(person.name));
    // The poster that led to the claim hangs there.
    expect(answer.person.district).toBe('福建省福州市鼓楼区');
    expect(await phone.device()).toMatchObject({ brightness: 1, keepsScreenOn: true });
  });

  test('a warm start with another poster shows the other place', async () => {
    await phone.show({ scene: 1011, query: scanned(cinema.link, scannedAt + 60) });
    await user.reach(placePage);
    await user.expect('.place-name', cinema.name);
  });

  test('the scanner inside the app opens a place, and refuses what is no poster', async () => {
    const { miniProgram } = phone;
    await miniProgram.callWxMethod('switchTab', { url: `/${scanPage}` });
    await user.reach(scanPage);
    await miniProgram.mockWxMethod(scanner, scannerSays('https://evil.example/p/whatever'));
    await user.tap('.scan');
    await user.expect('.problem', '这不是本平台的张贴码');
    await user.reach(scanPage);
    await miniProgram.mockWxMethod(scanner, scannerSays(garage.link));
    await user.tap('.scan');
    await user.reach(placePage);
    await user.expect('.place-name', garage.name);
  });

  test('leaving is registered, and the count falls', async () => {
    await user.expect('.inside', '您已在此处登记');
    await user.tap('.leave');
    await user.expect('.verdict', '已离开');
    expect(await flowOf(manager, garage.id)).toMatchObject({ in: 1, out: 1, inside: 0 });
  });
});

describeOnBench('a phone with the compiled weapp app', () => {
  const { scanned } = platforms.weapp;
  const scannedAt = Math.floor(Date.now() / 1000);
  let server: RunningServer;
  let garage: Place;
  let phone: LaunchedMiniProgram;
  let user: MiniProgramUser;

  beforeAll(async () => {
    server = await startServer({ name: 'weapp-bench' });
    garage = await placeNamed(await signInStaff(server, 'manager'), '示例万象停车楼');
    phone = await launchMiniProgram({
      platform: 'weapp',
      dist: distOf('weapp'),
      launch: { scene: 1011, query: { api: server.url, ...scanned(garage.link, scannedAt) } },
      codes: { login: 'visitorweapp.2', phone: `${inventPhone()}.1` },
    });
    user = new MiniProgramUser(phone);
  });

  afterAll(async () => {
    await phone?.close();
    await server?.close();
  });

  afterEach(() => {
    expect(phone.errors()).toEqual([]);
  });

  test('takes a poster from its very first moment, and a finger on the button gives the number after consent', async () => {
    await reachIdentity(user);
    await user.tap('.phone-button');
    await user.tap('.privacy-prompt__agree');
    await user.find('.id-number-input');
  });

  test('that was switched off meanwhile goes on where the person was', async () => {
    await phone.restart({ query: { api: server.url } });
    await user.reach('pages/identity/index');
    await user.find('.id-number-input');
  });
});
