import { asksWhoIsThere, heading, openFromMenu, signInAtDesk } from '../support/e2e/adminSite';
import { accountOf } from '../support/e2e/apiUser';
import type { OpenBrowser, Visitor } from '../support/e2e/browser';
import { press, typeInto } from '../support/e2e/keyboard';
import { openScene, type Scene } from '../support/e2e/scene';
import type { RunningServer } from '../support/e2e/server';

jest.setTimeout(60_000);

const ownPassword = 'Ganlan-shu-2026';

let scene: Scene;
let server: RunningServer;
let browser: OpenBrowser;
let visitors: Visitor[];

beforeAll(async () => {
  scene = await openScene({ name: 'accounts' });
  ({ server, browser } = scene);
});

beforeEach(() => {
  visitors = [];
});

afterEach(async () => {
  expect(visitors.flatMap((visitor) => visitor.troubles())).toEqual([]);
  await Promise.all(visitors.map((visitor) => visitor.leave()));
});

afterAll(() => scene?.close());

async function someone(): Promise<Visitor> {
  const visitor = await browser.desk();
  visitor.tolerate(asksWhoIsThere);
  visitors.push(visitor);

  return visitor;
}

test('a password that somebody else has seen must be changed before anything else', async () => {
  const [manager, guard] = [await someone(), await someone()];
  const { phone } = accountOf(server, 'guard');
  await signInAtDesk(manager.page, server.url, accountOf(server, 'manager'));
  await openFromMenu(manager.page, '子账号');
  await manager.page.getByRole('button', { name: '重置密码 吴静思' }).click();
  await manager.page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  const initial = await manager.page.getByTestId('initial-password').innerText();

  const { page } = guard;
  await page.goto(`${server.url}/admin/points`);
  await typeInto(page, '手机号', phone);
  await typeInto(page, '密码', initial);
  await page.keyboard.press('Enter');
  await heading(page, '请先修改初始密码').waitFor();
  await page.goto(`${server.url}/admin/points`);
  await heading(page, '请先修改初始密码').waitFor();

  await typeInto(page, '初始密码', initial);
  await typeInto(page, '新密码', ownPassword);
  await typeInto(page, '再次输入新密码', ownPassword);
  await press(page, page.getByRole('button', { name: '保存新密码' }));
  await heading(page, '服务点').waitFor();
});

test('signing out in one tab signs out the others, and back in leads to where one was', async () => {
  const manager = await someone();
  const { page } = manager;
  await signInAtDesk(page, server.url, accountOf(server, 'manager'));
  const second = await manager.newTab();
  await second.goto(`${server.url}/admin/passages`);
  await heading(second, '出入记录').waitFor();

  await page.getByRole('button', { name: '周明远' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await heading(page, '登录').waitFor();

  manager.tolerate(/401 .*\/api\/v1\/unit\//);
  await second.getByRole('link', { name: '服务点' }).click();
  await heading(second, '登录').waitFor();
  const { phone, secret } = accountOf(server, 'manager');
  await typeInto(second, '手机号', phone);
  await typeInto(second, '密码', secret);
  await second.keyboard.press('Enter');
  await heading(second, '服务点').waitFor();
});
