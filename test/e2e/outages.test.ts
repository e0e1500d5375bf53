import type { PassageItem } from '@anxing/contract/passages';

import { asksWhoIsThere, openFromMenu, signInAtDesk } from '../support/e2e/adminSite';
import { accountOf, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import type { OpenBrowser, Visitor } from '../support/e2e/browser';
import { eventually } from '../support/e2e/eventually';
import { button, comeBack, front, see } from '../support/e2e/h5Resident';
import { decodeQr } from '../support/e2e/qrReaders';
import { openScene, type Scene } from '../support/e2e/scene';
import type { RunningServer } from '../support/e2e/server';
import { flowOf, placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(60_000);

/** What a browser notes when nobody answers. */
const noAnswer =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

let scene: Scene;
let server: RunningServer;
let browser: OpenBrowser;
let manager: ApiUser;
let garage: Place;
let resident: Visitor;

beforeAll(async () => {
  scene = await openScene({ name: 'outages' });
  ({ server, browser } = scene);
  manager = await signInStaff(server, 'manager');
  garage = await placeNamed(manager, '示例万象停车楼');
  resident = await browser.phone();
  resident.tolerate(noAnswer);
  await resident.page.goto(`${server.url}/m/`);
  await comeBack(resident.page, accountOf(server, 'resident'));
  await resident.page.waitForFunction(() => 'anxing.outagePass' in localStorage);
});

afterAll(() => scene?.close());

afterEach(async () => {
  await resident.setOffline(false);
  expect(resident.troubles()).toEqual([]);
});

async function passages(): Promise<PassageItem[]> {
  const { items } = await manager.get<{ items: PassageItem[] }>(`unit/passages?pointId=${garage.id}`);

  return items;
}

test('a check-in without a network waits, is never taken for a pass, and arrives once', async () => {
  const { page } = resident;
  await page.goto(garage.link);
  await button(page, '信息登记').waitFor();
  await resident.setOffline(true);
  await button(page, '信息登记').click();
  const result = page.locator('.result:visible');
  await result.getByText('待上传', { exact: true }).waitFor();
  expect(await result.innerText()).toContain('这不是通行凭证');
  expect(await result.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(223, 228, 234)',
  );

  // The code page keeps the last state and the number waiting; what can be scanned is the pass, no code.
  await button(page, '返回健康码').click();
  await see(page, '1 条登记待上传');
  await see(page, '离线 · 无法出示健康码');
  await page.locator('.code-frame--pass:visible').waitFor();
  const shown = await eventually(async () => decodeQr(await page.screenshot()));
  expect(shown).toMatch(/^AX2:/);
  expect(await passages()).toHaveLength(0);

  await resident.setOffline(false);
  await see(page, /的登记已上传$/);
  await page.locator('.code-frame--pass').waitFor({ state: 'detached' });
  await page.locator('.code-frame:visible').waitFor();
  expect(await front(page).getByText('条登记待上传').count()).toBe(0);
  expect(await passages()).toHaveLength(1);
  expect(await flowOf(manager, garage.id)).toMatchObject({ in: 1, inside: 1 });
});

test('when the server is gone both sites say so, and go on by themselves or with one press', async () => {
  const desk = await browser.desk();
  desk.tolerate(noAnswer);
  desk.tolerate(asksWhoIsThere);
  await signInAtDesk(desk.page, server.url, accountOf(server, 'manager'));
  await openFromMenu(desk.page, '出入记录');
  const row = desk.page.getByRole('row', { name: garage.name });
  await row.waitFor();
  const { page } = resident;
  await page.goto(`${server.url}/m/`);
  await page.locator('.code-frame:visible').waitFor();

  await server.stop();
  await page.getByText('我的', { exact: true }).click();
  await page.getByText('亮码', { exact: true }).click();
  await see(page, '离线 · 无法出示健康码');
  await desk.page.getByRole('button', { name: '刷新' }).click();
  await desk.page.getByRole('alert').filter({ hasText: '无法连接服务器' }).waitFor();

  await server.start();
  await page.locator('.code-frame:visible').waitFor();
  await eventually(async () => decodeQr(await page.screenshot()));
  await desk.page.getByRole('button', { name: '重试' }).click();
  await row.waitFor();
  expect(desk.troubles()).toEqual([]);
  await desk.leave();
});
