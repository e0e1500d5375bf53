import type { Page } from 'playwright-core';

import { clickButton, type Screen } from './adminScreen';
import { heading } from './adminSite';
import { demoPersonOf } from './people';

async function explainOrange(page: Page): Promise<void> {
  const { name, idNumber } = demoPersonOf('resident-orange');
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('居民身份证号码').fill(idNumber);
  await page.getByRole('checkbox').check();
  await page.keyboard.press('Tab');
  await clickButton('查看原因')(page);
  await page.getByRole('button', { name: '下一位' }).waitFor();
}

/** What the clerk of a community sees: cards, and why a code has its colour. */
export const screensOfCounter: readonly Screen[] = [
  { name: 'counterHome', path: '/', shows: (page) => page.getByRole('list', { name: '快捷入口' }) },
  { name: 'cards', path: '/cards', shows: (page) => heading(page, '纸质卡') },
  { name: 'counterReasons', path: '/counter-reasons', shows: (page) => heading(page, '说明原因') },
  {
    name: 'counterExplained',
    path: '/counter-reasons',
    shows: (page) => heading(page, '说明原因'),
    act: explainOrange,
  },
];
