import type { Page } from 'playwright-core';

import { accountOf, signInResident, signInStaff } from '../support/e2e/apiUser';
import type { Visitor } from '../support/e2e/browser';
import { makeCamera } from '../support/e2e/cameraFile';
import { Gallery } from '../support/e2e/gallery';
import { appealScreens, arrivalScreens, healthScreens } from '../support/e2e/healthScreens';
import {
  button,
  claimCode,
  comeBack,
  consent,
  fillIdentity,
  front,
  see,
  signIn,
} from '../support/e2e/h5Resident';
import { inventPerson } from '../support/e2e/people';
import { openScene, type Scene } from '../support/e2e/scene';
import type { Walk } from '../support/e2e/screenWalk';
import { checkIn, placeNamed, scan, type Place } from '../support/e2e/venue';

jest.setTimeout(120_000);

let scene: Scene;
let garage: Place;
let mall: Place;

beforeAll(async () => {
  const camera = await makeCamera();
  scene = await openScene({ name: 'h5-screens', camera: camera.file });
  const manager = await signInStaff(scene.server, 'manager');
  [garage, mall] = [
    await placeNamed(manager, '示例万象停车楼'),
    await placeNamed(manager, '示例万象商业广场'),
  ];
  const guard = await signInStaff(scene.server, 'guard');
  await guard.post('unit/duties', { pointId: mall.id });
  const resident = await signInResident(scene.server, 'resident');
  await checkIn(resident, mall);
  const { number } = await resident.get<{ number: string }>('me/code');
  await scan(manager, garage.id, number);
});

afterAll(() => scene?.close());

/** At a place where one may be inside already. */
function register(page: Page): Promise<void> {
  return front(page)
    .getByRole('button', { name: /^(信息登记|再次登记)$/ })
    .click();
}

async function walk(folder: string, visitor: Visitor, way: (walk: Walk) => Promise<void>): Promise<void> {
  const gallery = Gallery.open(folder);
  const { page } = visitor;
  await page.goto(`${scene.server.url}/m/`);
  await way({
    page,
    visitor,
    look: (name) => gallery.look(page, name),
    open: (path) => page.goto(`${scene.server.url}/m/#/${path}`),
  });
  expect(gallery.faults).toEqual({});
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
}

async function newcomer({ page, look, open }: Walk): Promise<void> {
  await button(page, '暂不同意').click();
  await look('consent');
  await consent(page);
  await see(page, '登录后可申领和出示健康码');
  await button(page, '登录').click();
  await look('signInFaults');
  await open('pages/me/index');
  await see(page, '未登录');
  await look('meSignedOut');
  await open('pages/signIn/index');
  await signIn(page, accountOf(scene.server, 'resident-new'));
  await see(page, '填写身份信息');
  await look('identity');
  await page.locator('.id-type:visible').click();
  await button(page, '核对身份').click();
  await look('identityFaults');
  await page.locator('.id-type:visible').click();
  await fillIdentity(page, inventPerson());
  await see(page, '开始人脸核验');
  await look('face');
  await button(page, '开始人脸核验').click();
  await see(page, '演示：模拟人脸识别');
  await look('faceDemo');
  await button(page, '通过').click();
  await see(page, '申领本人健康码');
  await look('claim');
  await button(page, '现在所在区县（选填） 未选择').click();
  await button(page, '厦门市').waitFor();
  await look('claimCities');
  await button(page, '返回上一级').click();
  await button(page, '新疆维吾尔自治区').waitFor();
  await look('claimProvinces');
  await button(page, '福建省').click();
  await button(page, '厦门市').click();
  await button(page, '思明区').click();
  await see(page, '福建省厦门市思明区');
  await look('claimCounty');
  await claimCode(page);
  await page.locator('.code-frame:visible').waitFor();
}

async function orange(one: Walk): Promise<void> {
  const { page, look, open } = one;
  await comeBack(page, accountOf(scene.server, 'resident-orange'));
  await page.locator('.code-frame:visible').waitFor();
  await look('codeOrange');
  await page.locator('.reasons:visible').scrollIntoViewIfNeeded();
  await look('codeOrangeReasons');
  await button(page, '查看完整说明与申诉').click();
  await see(page, '依据规则');
  await look('reasonsOrange');
  await appealScreens(one);
  await open('packages/records/messages/index');
  await page.getByText('核酸检测已逾期', { exact: true }).click();
  await look('messagesOrange');
  await button(page, '查看检测安排').click();
  await page.locator('.screening__state--overdue:visible').waitFor();
  await look('testResultsOverdue');
  await page.goto(garage.link);
  await register(page);
  await see(page, '请止步');
  await look('resultStop');
}

async function records({ page, look, open }: Walk): Promise<void> {
  await open('pages/me/index');
  await see(page, '已完成实名认证');
  await look('me');
  await open('packages/records/trail/index');
  await see(page, '本人扫码登记');
  await look('trail');
  await open('packages/records/accesses/index');
  await see(page, '事由：出入核验');
  await look('accesses');
  await open('packages/records/messages/index');
  await page.locator('.message:visible, .notice:visible').first().waitFor();
  await look('messages');
  await open('packages/info/about/index');
  await see(page, '拨打热线');
  await look('about');
}

async function lost({ page, look, open }: Walk): Promise<void> {
  await open('pages/nowhere');
  await see(page, '没有这个页面');
  await look('missing');
  await button(page, '返回健康码').click();
  await page.locator('.code-frame:visible').waitFor();
}

async function places({ page, look, open, visitor }: Walk): Promise<void> {
  await open('pages/scan/index');
  await page.locator('.viewfinder--running:visible').waitFor();
  await look('scan');
  await page.goto(mall.link);
  await see(page, '扫码员');
  await look('place');
  await register(page);
  await see(page, '通行');
  await look('resultAllow');
  await button(page, '离开登记').click();
  await see(page, '已离开');
  await look('resultLeft');
  await open('pages/place/index?refusal=foreign');
  await see(page, '这不是本平台的张贴码');
  await look('refused');
  visitor.tolerate(/422/);
  await page.goto(`${scene.server.url}/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  await see(page, '这不是有效的张贴码');
  await look('placeRefused');
}

async function offline({ page, look, open, visitor }: Walk): Promise<void> {
  visitor.tolerate(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(mall.link);
  await see(page, mall.name);
  await visitor.setOffline(true);
  await register(page);
  await see(page, '待上传');
  await look('resultWaiting');
  await open('pages/code/index');
  await see(page, '离线 · 无法出示健康码');
  await look('codeOffline');
  await visitor.setOffline(false);
  await see(page, '的登记已上传');
  await page.locator('.code-frame:visible').waitFor();
  await look('codeUploaded');
}

async function elder({ page, look, open }: Walk): Promise<void> {
  await open('pages/me/index');
  await page.locator('.elder-switch:visible').click();
  await look('meElder');
  await open('pages/code/index');
  await page.locator('.code-frame:visible').waitFor();
  await look('codeElder');
  await open('packages/health/reasons/index');
  await see(page, '没有影响您颜色的记录');
  await look('reasonsElder');
  await open('packages/health/testResults/index');
  await page.locator('.screening:visible').first().waitFor();
  await look('testResultsElder');
  await open('packages/health/arrival/index');
  await see(page, '出发前');
  await look('arrivalElder');
  await open('packages/health/family/index');
  await see(page, '还没有添加家人');
  await button(page, '添加家人').click();
  await button(page, '核对并添加').click();
  await look('familyElder');
  await page.goto(mall.link);
  await see(page, '再次登记');
  await look('placeElder');
  await register(page);
  await see(page, '通行');
  await look('resultElder');
}

async function everything(one: Walk): Promise<void> {
  await comeBack(one.page, accountOf(scene.server, 'resident'));
  await one.page.locator('.code-frame:visible').waitFor();
  await one.look('code');
  await records(one);
  await healthScreens(one);
  await arrivalScreens(one);
  await lost(one);
  await places(one);
  await offline(one);
  await elder(one);
}

describe('every H5 screen: in Chinese, within its width, clean for axe, console and policy', () => {
  test('on a phone, of somebody new', async () => {
    await walk('h5Phone', await scene.browser.phone(), newcomer);
  });

  test('on a phone, with an orange code', async () => {
    await walk('h5Phone', await scene.browser.phone(), orange);
  });

  test('on a phone, with a green code', async () => {
    await walk('h5Phone', await scene.browser.phone(), everything);
  });

  test('on a desk', async () => {
    const visitor = await scene.browser.desk();
    // A second SMS to the same phone within the minute.
    visitor.tolerate(/429 .*sms-codes/);
    await walk('h5Desk', visitor, everything);
  });

  test.each(['pages/nowhere', 'nowhere?a=1', 'pages/code', '%E0%A4%A'])(
    'whoever begins at an address that leads nowhere (%s) is told so, and finds the way home',
    async (path) => {
      const { page, leave, troubles } = await scene.browser.phone();
      await page.goto(`${scene.server.url}/m/#/${path}`);
      await see(page, '没有这个页面');
      await button(page, '返回健康码').click();
      await see(page, '欢迎使用');
      expect(troubles()).toEqual([]);
      await leave();
    },
  );

  test('the page that says who is who, and the one for programmers', async () => {
    const visitor = await scene.browser.phone();
    const gallery = Gallery.open('start');
    await visitor.page.goto(`${scene.server.url}/`);
    await gallery.look(visitor.page, 'start');
    expect(gallery.faults).toEqual({});
    expect(visitor.troubles()).toEqual([]);
    await visitor.leave();
  });
});
