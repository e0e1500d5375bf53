import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';

import { pageSizes } from '../../api/src/posters/pageSizes';
import { cutCodes } from '../api/unit/posters/codePictures';
import { pagePng } from '../api/unit/posters/decoding';
import { asksWhoIsThere, heading, signInAtDesk } from '../support/e2e/adminSite';
import { accountOf, signInResident } from '../support/e2e/apiUser';
import { Gallery } from '../support/e2e/gallery';
import { press } from '../support/e2e/keyboard';
import { decodeQr } from '../support/e2e/qrReaders';
import { openScene, type Scene } from '../support/e2e/scene';
import { checkIn } from '../support/e2e/venue';

jest.setTimeout(180_000);

let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ name: 'poster-batch' });
});

afterAll(() => scene?.close());

const sizes = [
  { title: 'a desk', folder: 'batchDesk', size: { width: 1280, height: 800 }, names: ['一号厅', '二号厅'] },
  { title: 'a phone', folder: 'batchPhone', size: { width: 375, height: 812 }, names: ['三号厅', '四号厅'] },
];

/** As people fill in a list: two good rows, and one with two mistakes. */
function listOf(names: readonly string[]) {
  const rows = names.map((name) => `${name},示例市示例路 ${name} 对面,会展场所,350102,,,300,200`);
  const text = ['名称,地址,类别,区划,上级,类型,容量,预警线', ...rows, '五号厅,示例路,赌场,350102,,,100,200'];

  return { name: '服务点.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\r\n')) };
}

async function importList(page: Page, gallery: Gallery, names: readonly string[]): Promise<void> {
  await press(page, page.getByRole('button', { name: '导入' }));
  await page.getByText('或把文件拖到这里').waitFor();
  await gallery.look(page, 'chooseFile');
  await page.getByTestId('point-list').setInputFiles(listOf(names));
  await page.getByText('共 3 行，2 行可以添加，1 行有误').waitFor();
  await page.getByText('不认识的场所类别').waitFor();
  await page.getByText('预警线不能高于人流上限').waitFor();
  await gallery.look(page, 'faults');
  await press(page, page.getByRole('button', { name: '添加 2 个服务点' }));
  await page.getByText('已添加 2 个服务点').waitFor();
  await gallery.look(page, 'added');
}

/** Prints what was added, as cards. @returns the PDF */
async function printCards(page: Page, gallery: Gallery): Promise<Buffer> {
  await press(page, page.getByRole('button', { name: '生成并打印张贴码' }));
  const dialog = page.getByRole('dialog', { name: '批量打印张贴码' });
  await dialog.getByText('桌卡').click();
  await gallery.look(page, 'paper');
  const ready = page.getByRole('button', { name: '下载 张贴码 2 张（桌卡）' });
  const before = await ready.count();
  await press(page, dialog.getByRole('button', { name: '开始生成' }));
  // The newest stands first.
  await ready.nth(before).waitFor({ timeout: 60_000 });
  await gallery.look(page, 'ready');
  const [download] = await Promise.all([page.waitForEvent('download'), ready.first().click()]);
  expect(download.suggestedFilename()).toBe('张贴码-2张-桌卡.pdf');

  return readFileSync(await download.path());
}

async function linkOn(pdf: Buffer, page: number, face: number): Promise<string> {
  const codes = await cutCodes(pagePng(pdf, page, 150), pageSizes.card);

  return decodeQr(codes[face] ?? Buffer.of());
}

test.each(sizes)(
  'from a list in a file to printed cards that let a visitor in, on $title',
  async ({ folder, size, names }) => {
    const gallery = Gallery.open(folder);
    const visitor = await scene.browser.desk(size);
    const { page } = visitor;
    visitor.tolerate(asksWhoIsThere);
    await signInAtDesk(page, scene.server.url, accountOf(scene.server, 'manager'));
    await page.goto(`${scene.server.url}/admin/points`);
    await heading(page, '服务点').waitFor();
    await importList(page, gallery, names);
    const pdf = await printCards(page, gallery);

    const link = await linkOn(pdf, 2, 0);
    expect(await linkOn(pdf, 2, 1)).toBe(link);
    const resident = await signInResident(scene.server, 'resident');
    const { place } = await checkIn(resident, { id: '', name: '', address: '', link });
    expect(place.name).toBe(names[1]);

    await page.goto(`${scene.server.url}/admin/points?q=${encodeURIComponent(names[1] ?? '')}`);
    await page.getByRole('link', { name: names[1] }).waitFor();
    await page.getByRole('checkbox', { name: `选择 ${names[1]}` }).check();
    await page.getByText('已选择 1 个服务点').waitFor();
    await gallery.look(page, 'chosen');
    await page.getByRole('link', { name: names[1] }).click();
    await page.getByText('1 次（桌卡 1 次）').first().waitFor();
    expect(gallery.faults).toEqual({});
    expect(visitor.troubles()).toEqual([]);
    await visitor.leave();
  },
);
