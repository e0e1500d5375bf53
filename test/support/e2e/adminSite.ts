import { readFileSync } from 'node:fs';

import type { Locator, Page } from 'playwright-core';

import { choose, press, typeInto } from './keyboard';

export interface Credentials {
  phone: string;
  secret: string;
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** The admin site keeps no mark of who is signed in: it asks the server, and a browser notes each no. */
export const asksWhoIsThere = /401 .*\/api\/v1\/(unit|sessions\/refresh):0\)$/;

/** Whoever takes part in a change is asked first who he is; a browser notes that no too. */
export const asksForProof = /403 .*\/api\/v1\/operator\/\S+:0\)$/;

/** Opens the admin site and signs in without a mouse. */
export async function signInAtDesk(page: Page, url: string, { phone, secret }: Credentials): Promise<void> {
  await page.goto(`${url}/admin/`);
  await heading(page, '登录').waitFor();
  await typeInto(page, '手机号', phone);
  await typeInto(page, '密码', secret);
  await page.keyboard.press('Enter');
  await heading(page, '概览').waitFor();
}

/** Goes to a page of the menu. */
export async function openFromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click();
  await heading(page, name).waitFor();
}

export interface NewPlace {
  name: string;
  address: string;
}

/** Creates a service point and its first poster, without a mouse. @returns the link that the page shows */
export async function createPlace(page: Page, { name, address }: NewPlace): Promise<string> {
  await openFromMenu(page, '服务点');
  await press(page, page.getByRole('link', { name: '新建服务点' }));
  await typeInto(page, '名称', name);
  await typeInto(page, '地址', address);
  await choose(page, '场所类别', '餐饮');
  await choose(page, '行政区划', '鼓楼');
  await press(page, page.getByRole('button', { name: '创建服务点' }));
  await heading(page, name).waitFor();
  await press(page, page.getByRole('button', { name: '生成张贴码' }));

  return shownLink(page);
}

/** The link of the poster in force, as the point's page shows it. */
export async function shownLink(page: Page): Promise<string> {
  const text = await page.locator('.linkText').innerText();

  return /https?:\/\/\S+/.exec(text)?.[0] ?? text;
}

export async function downloadPoster(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    // The first one has fonts to read, beside another test's browser.
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '下载 PDF' }).click(),
  ]);

  return readFileSync(await download.path());
}

/** Waits until a number of the overview, or of a point, is what it should be. */
export async function untilFigure(page: Page, label: string, value: string): Promise<void> {
  const figure = page.locator('.figure', { hasText: label }).locator('.figureValue');
  await figure.getByText(value, { exact: true }).waitFor();
}
