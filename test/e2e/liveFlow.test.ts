import type { Page } from 'playwright-core';

import { asksWhoIsThere, heading, openFromMenu, signInAtDesk } from '../support/e2e/adminSite';
import { listenForTones, tonesHeard } from '../support/e2e/alarmEar';
import { accountOf, signInResident, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import type { Visitor } from '../support/e2e/browser';
import { eventually } from '../support/e2e/eventually';
import { openScene, type Scene } from '../support/e2e/scene';
import { checkIn, checkOut, placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(120_000);

/** An alarm has three. */
const tonesOfOneAlarm = 3;

let scene: Scene;
let mall: Place;
let resident: ApiUser;
let visitors: Visitor[];

beforeAll(async () => {
  scene = await openScene({ name: 'live-flow' });
  mall = await placeNamed(await signInStaff(scene.server, 'manager'), '示例万象停车楼');
  resident = await signInResident(scene.server, 'resident');
});

beforeEach(() => {
  visitors = [];
});

afterEach(async () => {
  expect(visitors.flatMap((visitor) => visitor.troubles())).toEqual([]);
  await Promise.all(visitors.map((visitor) => visitor.leave()));
});

afterAll(() => scene?.close());

/** Somebody with the board open in a browser of their own. */
async function atTheBoard(role = 'manager'): Promise<Visitor> {
  const visitor = await scene.browser.desk();
  visitor.tolerate(asksWhoIsThere);
  visitors.push(visitor);
  await listenForTones(visitor.page);
  await signInAtDesk(visitor.page, scene.server.url, accountOf(scene.server, role));
  await openFromMenu(visitor.page, '人流预警');
  await untilLive(visitor.page);

  return visitor;
}

function untilLive(page: Page): Promise<void> {
  return page.getByRole('status', { name: '更新方式：实时' }).waitFor();
}

function insideOf(page: Page) {
  return page.getByRole('row', { name: mall.name }).locator('.boardInside');
}

async function untilInside(page: Page, count: number): Promise<void> {
  await insideOf(page).getByText(String(count), { exact: true }).waitFor();
}

/** Sets the line of the mall on the screen, as its manager would. */
async function warnFrom(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: `配置预警 ${mall.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('预警线（选填）').fill(line);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('预警配置已保存').first().waitFor();
  await dialog.waitFor({ state: 'hidden' });
}

function alarms(page: Page) {
  return page.getByRole('region', { name: '当前预警' }).getByRole('listitem');
}

test('a check-in arrives in both browsers, its warning is heard once in each, and muted stays muted', async () => {
  const [first, second] = [await atTheBoard(), await atTheBoard('guard')];
  await untilInside(first.page, 0);
  await warnFrom(first.page, '1');
  await second.page.getByRole('button', { name: '声音已开启' }).click();
  await second.page.getByRole('button', { name: '声音已关闭' }).waitFor();

  await checkIn(resident, mall);
  for (const { page } of [first, second]) {
    await alarms(page).getByText('达到预警线（1 人）').waitFor();
  }
  await untilInside(first.page, 1);
  await eventually(async () => expect(await tonesHeard(first.page)).toBe(tonesOfOneAlarm));

  await first.page.reload();
  await untilLive(first.page);
  await first.page.getByRole('status').getByText('浏览器尚未允许播放声音').waitFor();
  await first.page.getByRole('heading', { level: 1 }).click();
  await second.page.reload();
  await untilLive(second.page);
  await second.page.getByRole('button', { name: '声音已关闭' }).waitFor();
  await second.page.getByRole('heading', { level: 1 }).click();

  await first.page.getByRole('button', { name: `确认 ${mall.name}` }).click();
  await first.page.getByLabel('处理说明（选填）').fill('已派人疏导');
  await first.page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  for (const { page } of [first, second]) {
    await alarms(page).getByText('已确认').waitFor();
  }
  await checkOut(resident, mall);
  for (const { page } of [first, second]) {
    await alarms(page).waitFor({ state: 'detached' });
    expect(await tonesHeard(page)).toBe(0);
  }

  await checkIn(resident, mall);
  await alarms(second.page).getByText('达到预警线（1 人）').waitFor();
  await eventually(async () => expect(await tonesHeard(first.page)).toBe(tonesOfOneAlarm));
  expect(await tonesHeard(second.page)).toBe(0);
  await first.page.getByRole('button', { name: '站内消息，2 条未读' }).click();
  await first.page.getByRole('button', { name: '全部标为已读' }).click();
  await first.page.getByRole('button', { name: '站内消息', exact: true }).waitFor();
});

test('tabs of one browser share one stream, and go on when the one that has it is closed', async () => {
  const first = await atTheBoard();
  const streams: string[] = [];
  first.page.context().on('request', (request) => {
    if (request.url().endsWith('/flow/stream')) {
      streams.push(request.url());
    }
  });
  const second = await first.newTab();
  await second.goto(`${scene.server.url}/admin/flow`);
  await untilLive(second);
  expect(streams).toEqual([]);

  await first.page.close();
  await eventually(() => expect(streams).toHaveLength(1));
  const before = Number(await insideOf(second).innerText());
  await (before > 0 ? checkOut(resident, mall) : checkIn(resident, mall));
  await untilInside(second, before > 0 ? 0 : 1);
});

test('clearing asks with the number of people, and empties the place', async () => {
  const { page } = await atTheBoard();
  if ((await insideOf(page).innerText()) === '0') {
    await checkIn(resident, mall);
  }
  await untilInside(page, 1);
  await page.getByRole('button', { name: `清场 ${mall.name}` }).click();
  await page.locator('.ant-modal-confirm-title', { hasText: `清场：“${mall.name}”当前在场 1 人` }).waitFor();
  await page.getByRole('button', { name: '清场（1 人）' }).click();
  await page.getByText('清场完成，1 人记为已离开').waitFor();
  await untilInside(page, 0);
});

test('whoever is disabled is out at once', async () => {
  const [manager, guard] = [await scene.browser.desk(), await atTheBoard('guard')];
  visitors.push(manager);
  manager.tolerate(asksWhoIsThere);
  guard.tolerate(/401 .*\/api\/v1\/unit\/(flow|messages)/);
  await signInAtDesk(manager.page, scene.server.url, accountOf(scene.server, 'manager'));
  await openFromMenu(manager.page, '子账号');
  await manager.page.getByRole('button', { name: '停用 吴静思' }).click();
  await manager.page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await manager.page.getByText('账号已停用').waitFor();
  // Where the line breaks twice meanwhile, the board asks again only after 20 s.
  await heading(guard.page, '登录').waitFor({ timeout: 40_000 });
});

test('while the server is away the board says so, and it comes back by itself', async () => {
  const { page, ...visitor } = await atTheBoard();
  visitor.tolerate(/flow|messages|ERR_CONNECTION_REFUSED/);
  await scene.server.stop();
  await page.getByRole('status', { name: '更新方式：重连中' }).waitFor();
  await scene.server.start();
  await page.getByRole('status', { name: '更新方式：实时' }).waitFor({ timeout: 40_000 });
});
