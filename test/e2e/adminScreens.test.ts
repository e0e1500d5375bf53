import type { Page } from 'playwright-core';

import { clickButton, type Screen } from '../support/e2e/adminScreen';
import { asksForProof, asksWhoIsThere, heading, signInAtDesk } from '../support/e2e/adminSite';
import { accountOf, signInResident, signInStaff } from '../support/e2e/apiUser';
import { screensOfCounter } from '../support/e2e/counterScreens';
import { Gallery } from '../support/e2e/gallery';
import { screensOfApprover, screensOfFeeds, screensOfRules } from '../support/e2e/riskScreens';
import { setRiskStage, type RiskStage } from '../support/e2e/riskStage';
import { openScene, type Scene } from '../support/e2e/scene';
import { checkIn, placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(240_000);

const sizes = [
  { title: 'a desk', folder: 'adminDesk', size: { width: 1280, height: 800 } },
  { title: 'a phone', folder: 'adminPhone', size: { width: 375, height: 812 } },
];

let scene: Scene;
let mall: Place;
let risk: RiskStage;

beforeAll(async () => {
  scene = await openScene({ name: 'admin-screens' });
  const manager = await signInStaff(scene.server, 'manager');
  mall = await placeNamed(manager, '示例万象商业广场');
  for (const role of ['resident', 'resident-orange']) {
    await checkIn(await signInResident(scene.server, role), mall);
  }
  risk = await setRiskStage(scene.server);
});

afterAll(() => scene?.close());

function flowScreens(): Screen[] {
  const isLive = (page: Page) => page.getByRole('status', { name: '更新方式：实时' });

  return [
    { name: 'board', path: '/flow', shows: isLive },
    { name: 'boardTree', path: '/flow?order=tree', shows: isLive },
    { name: 'wall', path: '/flow?view=wall', shows: isLive },
    {
      name: 'warningSettings',
      path: '/flow',
      shows: isLive,
      act: async (page) => {
        await clickButton(/^配置预警/)(page);
        await page.getByLabel('指定人员').click();
      },
    },
    { name: 'clearing', path: '/flow', shows: isLive, act: clickButton('清场 示例万象商业广场') },
    { name: 'warnings', path: '/flow/warnings', shows: (page) => page.getByText('没有符合条件的预警') },
    {
      name: 'inbox',
      path: '/flow',
      shows: isLive,
      act: async (page) => {
        await clickButton(/^站内消息/)(page);
        await page.getByText('还没有消息').waitFor();
      },
    },
    {
      name: 'newVehicle',
      path: '/points/new',
      shows: (page) => page.getByLabel('名称', { exact: true }),
      act: async (page) => {
        await page.getByLabel('类型').click();
        await page.locator('.ant-select-item-option', { hasText: '交通工具' }).click();
        await page.getByLabel('车牌号码（选填）').fill('公交');
      },
    },
  ];
}

function screensOfManager(): Screen[] {
  return [
    { name: 'home', path: '/', shows: (page) => page.getByText('人流较多的服务点') },
    { name: 'points', path: '/points', shows: (page) => page.getByRole('link', { name: '示例万象停车楼' }) },
    { name: 'pointTree', path: '/points?view=tree', shows: (page) => page.getByText('四楼影城') },
    { name: 'noPoint', path: '/points?q=没有这个', shows: (page) => page.getByText('没有符合条件的服务点') },
    { name: 'newPoint', path: '/points/new', shows: (page) => page.getByLabel('名称', { exact: true }) },
    {
      name: 'newPointFaults',
      path: '/points/new',
      shows: (page) => page.getByLabel('名称', { exact: true }),
      act: clickButton('创建服务点'),
    },
    { name: 'poster', path: `/points/${mall.id}`, shows: (page) => page.locator('.posterSheet img') },
    {
      name: 'revokeQuestion',
      path: `/points/${mall.id}`,
      shows: (page) => page.locator('.posterSheet img'),
      act: clickButton('作废'),
    },
    {
      name: 'children',
      path: `/points/${mall.id}?tab=children`,
      shows: (page) => page.getByRole('link', { name: '1 号门' }),
    },
    {
      name: 'today',
      path: `/points/${mall.id}?tab=today`,
      shows: (page) => page.getByRole('slider'),
      act: (page) => page.getByText('以表格查看').click(),
    },
    {
      name: 'editPoint',
      path: `/points/${mall.id}/edit`,
      shows: (page) => page.getByLabel('名称', { exact: true }),
    },
    ...flowScreens(),
    { name: 'passages', path: '/passages', shows: (page) => page.getByText('橙码').first() },
    {
      name: 'passage',
      path: '/passages',
      shows: (page) => page.getByText('橙码').first(),
      act: async (page) => {
        await clickButton(/^详情/)(page);
        await page.getByText('收到时间').waitFor();
      },
    },
    {
      name: 'export',
      path: '/passages?colour=orange',
      shows: (page) => page.getByText('橙码').first(),
      act: async (page) => {
        await clickButton('导出')(page);
        await page.getByRole('menuitem', { name: /Excel/ }).click();
        await page.getByRole('button', { name: /^下载/ }).first().waitFor();
      },
    },
    {
      name: 'person',
      path: '/passages',
      shows: (page) => page.getByText('橙码').first(),
      act: async (page) => {
        await page.locator('a[href*="/people/"]').first().click();
        await page.getByText('证件类型').waitFor();
        await page.getByText(/^共 \d+ 条记录$/).waitFor();
      },
    },
    { name: 'staff', path: '/staff', shows: (page) => page.getByText('吴静思').first() },
    {
      name: 'staffMember',
      path: '/staff',
      shows: (page) => page.getByText('吴静思').first(),
      act: async (page) => {
        await page.getByRole('link', { name: '吴静思' }).click();
        await page.getByText('查验记录').waitFor();
        await page.getByText(/^共 \d+ 条记录$/).waitFor();
      },
    },
    {
      name: 'addStaff',
      path: '/staff',
      shows: (page) => page.getByText('吴静思').first(),
      act: async (page) => {
        await clickButton('新增子账号')(page);
        await page.getByRole('button', { name: '创建账号' }).click();
      },
    },
    { name: 'devices', path: '/devices', shows: (page) => heading(page, '设备') },
    {
      name: 'newModel',
      path: '/devices',
      shows: (page) => heading(page, '设备'),
      act: clickButton('登记型号'),
    },
    { name: 'password', path: '/password', shows: (page) => page.getByLabel('原密码', { exact: true }) },
    { name: 'lost', path: '/nowhere', shows: (page) => heading(page, '页面不存在') },
  ];
}

const screensOfOperator: Screen[] = [
  { name: 'operatorHome', path: '/', shows: (page) => page.getByRole('list', { name: '快捷入口' }) },
  { name: 'deviceModels', path: '/device-models', shows: (page) => heading(page, '设备型号审批') },
  { name: 'units', path: '/units', shows: (page) => page.getByText('示例万象商业广场').first() },
  {
    name: 'newUnit',
    path: '/units',
    shows: (page) => page.getByText('示例万象商业广场').first(),
    act: async (page) => {
      await clickButton('开通单位')(page);
      await page.getByLabel('统一社会信用代码').fill('91350100MA0000001X');
    },
  },
];

const screensOfGuard: Screen[] = [
  { name: 'guardHome', path: '/', shows: (page) => page.getByText('人流较多的服务点') },
];

describe.each(sizes)('every screen of the admin site on $title', ({ folder, size }) => {
  test.each([
    ['manager', screensOfManager],
    ['operator', () => screensOfOperator],
    ['guard', () => screensOfGuard],
    ['counter', () => screensOfCounter],
    ['feeds', screensOfFeeds],
    ['rules', () => screensOfRules(risk)],
    ['approver', () => screensOfApprover(risk)],
  ])('of the %s: in Chinese, within its width, clean for axe, console and policy', async (role, screens) => {
    const gallery = Gallery.open(folder);
    const visitor = await scene.browser.desk(size);
    const { page } = visitor;
    visitor.tolerate(asksWhoIsThere);
    visitor.tolerate(asksForProof);
    await page.goto(`${scene.server.url}/admin/`);
    await heading(page, '登录').waitFor();
    await gallery.look(page, 'signIn');
    await signInAtDesk(page, scene.server.url, accountOf(scene.server, role));
    for (const { name, path, shows, act } of screens()) {
      await page.goto(`${scene.server.url}/admin${path}`);
      await shows(page).waitFor();
      await act?.(page);
      await gallery.look(page, name);
    }
    expect(gallery.faults).toEqual({});
    expect(visitor.troubles()).toEqual([]);
    await visitor.leave();
  });
});
