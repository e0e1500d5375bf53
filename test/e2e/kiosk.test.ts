import { checkDigit } from '@anxing/contract/number12';
import { timeOfUuid7 } from '@anxing/contract/uuid7';
import type { Page } from 'playwright-core';

import { listenForTones, tonesHeard } from '../support/e2e/alarmEar';
import { eventually } from '../support/e2e/eventually';
import { KioskHall, untilReady, type KioskDesk } from '../support/e2e/kioskDesk';

jest.setTimeout(120_000);

const refused = /status of 422/;
const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|status of 503|ERR_FAILED/;

let hall: KioskHall;

beforeAll(async () => {
  hall = await KioskHall.open();
});

afterAll(() => hall?.close());

function numberOf(digits: string): string {
  return digits + String(checkDigit(digits));
}

function word(page: Page, text: string) {
  return page.getByRole('heading', { level: 2, name: text, exact: true });
}

async function clear(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByText('请扫健康码').waitFor();
}

/** Leaving asks for nothing else, so that green alone is enough. */
async function deskOfLeaving(): Promise<KioskDesk> {
  const desk = await hall.desk();
  await desk.page.keyboard.press('ArrowRight');

  return desk;
}

test('a gun is heard without a field, whatever the input method, with Enter or Tab, and presses no button', async () => {
  const { api, visitor, page, gun } = await deskOfLeaving();
  const ways = [
    () => gun.shoot(api.house.door.code(1)),
    () => gun.shoot(api.house.door.code(1), 'Tab'),
    () => gun.shootTaken(api.house.door.code(1)),
    () => gun.shootWide(api.house.door.code(1)),
  ];
  for (const [index, shoot] of ways.entries()) {
    await shoot();
    await word(page, '放行').waitFor();
    expect(api.house.door.scans.size).toBe(index + 1);
    await clear(page);
  }

  await page.getByRole('button', { name: '更换点位 F2' }).focus();
  await gun.shoot(numberOf('55001122334'));
  await word(page, '放行').waitFor();
  await clear(page);

  // Somebody's tool bar took the focus, with an input method on.
  await page.evaluate(() => document.body.appendChild(document.createElement('input')).focus());
  await gun.compose(api.house.door.code(2));
  await word(page, '放行').waitFor();
  expect([...api.house.door.scans.values()].map(({ colour }) => colour).slice(-2)).toEqual([
    'green',
    'orange',
  ]);
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
});

test('each verdict has a tone of its own rhythm, and none when it is muted', async () => {
  const { api, visitor, page, gun } = await hall.desk();
  visitor.tolerate(refused);
  await listenForTones(page);
  await page.reload();
  await untilReady(page);
  const tones = async (shoot: () => Promise<void>, said: string) => {
    const before = await tonesHeard(page);
    await shoot();
    await word(page, said).waitFor();

    return (await tonesHeard(page)) - before;
  };
  expect(await tones(() => gun.shoot(api.house.door.code(1)), '待核实')).toBe(3);
  expect(await tones(() => gun.shoot(api.house.door.code(2)), '禁止通行')).toBe(2);
  await page.keyboard.press('F4');
  expect(await tones(() => gun.shoot('https://example.cn/'), '这是网址')).toBe(0);
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
});

test('without network codes are verified here, and every passage arrives once, in order, when it is back', async () => {
  const { api, visitor, page, gun } = await deskOfLeaving();
  visitor.tolerate(noNetwork);
  await eventually(() => expect(api.countOf('GET door/revocations')).toBeGreaterThan(0));
  await visitor.setOffline(true);
  const { door } = api.house;
  const codes = [1, 2, 1, 0, 1, 1].map((colour) => door.code(colour));
  for (const code of codes) {
    await gun.shoot(code);
    await page.getByText('离线核验', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  }
  await gun.shoot(codes[0] ?? '');
  await page.getByText('待上传 6 条').waitFor();
  await page.keyboard.press('Escape');
  await gun.shoot(numberOf('55001122334'));
  await word(page, '需要网络').waitFor();

  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;

  await visitor.setOffline(false);
  await eventually(() => expect(door.late).toHaveLength(codes.length));
  expect(door.late.map(({ object }) => object)).toEqual(codes);
  const times = door.late.map(({ id }) => timeOfUuid7(id));
  expect(times).toEqual([...times].sort((one, other) => one - other));
  await page.getByText('● 联网').waitFor();
  await page.getByText('待上传').waitFor({ state: 'hidden' });
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
});

test('what waits outlives a reload', async () => {
  const { api, visitor, page, gun } = await deskOfLeaving();
  visitor.tolerate(noNetwork);
  await eventually(() => expect(api.countOf('GET door/revocations')).toBeGreaterThan(0));
  await visitor.setOffline(true);
  await gun.shoot(api.house.door.code(1));
  await page.getByText('待上传 1 条').waitFor();
  // The network is back, but the server is not: the page is closed meanwhile.
  api.refuseNext('POST scans/late', 'unavailable');
  await visitor.setOffline(false);
  await eventually(() => expect(api.countOf('POST scans/late')).toBe(1));
  expect(api.house.door.late).toEqual([]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await untilReady(page);
  await eventually(() => expect(api.house.door.late).toHaveLength(1));
  await visitor.leave();
});

test('a server that does not answer within 2 s is not waited for, and its passage counts once', async () => {
  const { api, visitor, page, gun } = await deskOfLeaving();
  visitor.tolerate(noNetwork);
  await eventually(() => expect(api.countOf('GET door/revocations')).toBeGreaterThan(0));
  const { door } = api.house;
  let isSlow = true;
  await page.route('**/api/v1/scans', async (route) => {
    // It arrives, but its answer does not.
    await route.fetch();
  });
  await page.route('**/api/v1/door/keys', (route) => (isSlow ? route.abort() : route.continue()));
  const shot = Date.now();
  await gun.shoot(door.code(1));
  await page.getByText('离线核验', { exact: true }).waitFor();
  expect(Date.now() - shot).toBeGreaterThan(1_900);
  expect(Date.now() - shot).toBeLessThan(5_000);
  await page.getByText('待上传 1 条').waitFor();
  isSlow = false;
  await page.getByText('● 联网').waitFor();
  await page.getByText('待上传').waitFor({ state: 'hidden' });
  expect(door.scans.size + door.late.length).toBe(1);
  await visitor.leave();
});
