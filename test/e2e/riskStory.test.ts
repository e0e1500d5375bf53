import path from 'node:path';

import type { Page } from 'playwright-core';

import { clickButton } from '../support/e2e/adminScreen';
import { heading, openFromMenu } from '../support/e2e/adminSite';
import { accountOf } from '../support/e2e/apiUser';
import type { Visitor } from '../support/e2e/browser';
import { command } from '../support/e2e/command';
import { eventually } from '../support/e2e/eventually';
import { Gallery } from '../support/e2e/gallery';
import { button, comeBack, see } from '../support/e2e/h5Resident';
import { demoPersonOf, masked } from '../support/e2e/people';
import {
  approve,
  openWaiting,
  prepareUpload,
  proveIdentity,
  sitDown,
  type Officer,
} from '../support/e2e/riskDesk';
import { openScene, type Scene } from '../support/e2e/scene';

jest.setTimeout(180_000);

const mariadb = process.env.ANXING_TEST_MARIADB;
const databases = [
  { kind: 'SQLite', url: 'sqlite' },
  ...(mariadb ? [{ kind: 'MariaDB', url: mariadb }] : []),
];

const feed = '发热门诊就诊记录';
const operator = '示例省数字化办公室';
const receipt = path.join(__dirname, '../../miniapp/src/assets/icon.png');
const { name, idNumber } = demoPersonOf('resident');

/** How soon a colour is on the phone after it was approved, ms. */
const soon = 10_000;

/** YYYY-MM-DD where the demo is. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

describe.each(databases)('from a record to orange and back to green, on $kind', ({ kind, url }) => {
  let scene: Scene;
  let resident: Visitor;
  let feeds: Officer;
  let rules: Officer;
  let approver: Officer;
  let gallery: Gallery;

  beforeAll(async () => {
    gallery = Gallery.open(`riskStory-${kind}`);
    scene = await openScene({ name: `riskStory-${kind}`, database: url });
    const { browser, server } = scene;
    resident = await browser.phone();
    feeds = await sitDown(browser, server, 'feeds');
    rules = await sitDown(browser, server, 'rules');
    approver = await sitDown(browser, server, 'approver');
  });

  afterAll(() => scene?.close());

  const open = (page: string) => resident.page.goto(`${scene.server.url}/m/#/${page}`);

  /** The page of the code is open, and is refreshed until it has the colour. */
  async function untilCode(page: Page, colour: string, patience: number): Promise<void> {
    await eventually(async () => {
      await button(page, '刷新').click();
      await page.locator('.hero:visible', { hasText: colour }).waitFor({ timeout: 500 });
    }, patience);
  }

  test('a file by hand changes nothing until another person has approved it', async () => {
    const [phone, desk] = [resident.page, feeds.page];
    await phone.goto(`${scene.server.url}/m/`);
    await comeBack(phone, accountOf(scene.server, 'resident'));
    await untilCode(phone, '绿码', soon);
    await gallery.look(phone, '01-green');

    const rows = `证件号码,就诊日期\n${idNumber},${today()}\n`;
    await prepareUpload(desk, feed, '发热门诊补报', rows);
    await gallery.look(desk, '02-upload');
    await clickButton('上传并检查')(desk);
    await gallery.look(desk, '03-proof');
    await proveIdentity(feeds);
    await desk.getByText('尚未生效：等待第二人审批').waitFor();
    await gallery.look(desk, '04-waits');
    await untilCode(phone, '绿码', soon);

    const second = approver.page;
    await openWaiting(second, new RegExp(feed));
    await gallery.look(second, '05-change');
    await approve(second);
    await proveIdentity(approver);
    await second.getByText('已批准').first().waitFor();
    await untilCode(phone, '橙码', soon);
    await gallery.look(second, '06-approved');
    await phone.locator('.reasons:visible').scrollIntoViewIfNeeded();
    await gallery.look(phone, '07-orange');
  });

  test('the resident reads why, since when, until when, and what to do', async () => {
    const phone = resident.page;
    await button(phone, '查看完整说明与申诉').click();
    for (const text of [
      '14 天内有发热门诊就诊记录',
      '发热门诊就诊',
      feed,
      '省卫健委',
      operator,
      '持续到',
      '您需要做什么',
      '请居家休息并每日测量体温',
    ]) {
      await see(phone, text);
    }
    await gallery.look(phone, '08-reasons');
    await open('packages/records/messages/index');
    await see(phone, '您的健康码已变为橙码');
    await gallery.look(phone, '09-message');
  });

  test('an appeal with a picture is upheld by one person and approved by another', async () => {
    const [phone, desk, second] = [resident.page, rules.page, approver.page];
    await open('packages/health/reasons/index');
    await button(phone, '对这条原因申诉').click();
    await phone.locator('.appeal-text:visible textarea').fill('当天陪同家人就诊，本人没有看病。');
    await phone.locator('.picture-input').setInputFiles(receipt);
    await button(phone, '我同意为核实本次申诉上传以上图片').click();
    await button(phone, '提交申诉').click();
    await see(phone, '您提交了申诉');
    await gallery.look(phone, '10-appeal');

    await openFromMenu(desk, '申诉');
    await gallery.look(desk, '11-appeals');
    await desk.getByRole('link', { name: masked(name) }).click();
    await heading(desk, `${masked(name)}的申诉`).waitFor();
    await desk.getByText('当天陪同家人就诊，本人没有看病。').waitFor();
    await gallery.look(desk, '12-appealAtDesk');
    await clickButton('申诉成立')(desk);
    await desk.getByLabel('认定的理由').click();
    await desk.locator('.ant-select-item-option', { hasText: '记录有误或不属于本人' }).click();
    await desk.getByLabel('答复').fill('经与医院核实，就诊人不是本人。');
    await gallery.look(desk, '13-uphold');
    await clickButton('交复核')(desk);
    await proveIdentity(rules);
    await desk.getByText('已认为申诉成立，等待另一位工作人员复核。').waitFor();
    await open('pages/code/index');
    await untilCode(phone, '橙码', soon);

    await openWaiting(second, /解除（发热门诊）/);
    await gallery.look(second, '14-secondPerson');
    await approve(second);
    await second.getByText('已批准').first().waitFor();
    await untilCode(phone, '绿码', soon);
    await gallery.look(phone, '15-greenAgain');
  });

  test('the resident reads how it ended and who looked, and the chain of events is whole', async () => {
    const phone = resident.page;
    await open('packages/health/appeals/index');
    await see(phone, '申诉成立');
    await phone.locator('.appeal-line:visible').first().click();
    await see(phone, '经与医院核实，就诊人不是本人。');
    await gallery.look(phone, '16-upheld');
    await open('packages/records/messages/index');
    for (const title of ['申诉已提交', '申诉成立', '您的健康码已变为绿码']) {
      await see(phone, title);
    }
    await gallery.look(phone, '17-messages');
    await open('packages/records/accesses/index');
    await see(phone, '事由：办理申诉');
    await see(phone, operator);
    await gallery.look(phone, '18-whoLooked');

    expect(await command(scene.server, 'audit', 'verify')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^✓ 链/),
    });
    expect(gallery.faults).toEqual({});
    const everybody = [resident, ...[feeds, rules, approver].map(({ visitor }) => visitor)];
    expect(everybody.flatMap((visitor) => visitor.troubles())).toEqual([]);
  });
});
