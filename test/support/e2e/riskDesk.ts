import type { Page } from 'playwright-core';

import { asksForProof, asksWhoIsThere, heading, openFromMenu, signInAtDesk } from './adminSite';
import { clickButton, clickButtonOfDialog } from './adminScreen';
import type { OpenBrowser, Visitor } from './browser';
import type { RunningServer } from './server';

const wide = { width: 1440, height: 900 };

/** Somebody of the operator at a desk of his own, with his phone beside him. */
export interface Officer {
  page: Page;
  visitor: Visitor;
  /** The code that his phone receives. */
  smsCode: string;
}

/** Signs somebody in at a desk. @param role as in `demo.json` */
export async function sitDown(browser: OpenBrowser, server: RunningServer, role: string): Promise<Officer> {
  const account = server.demo.accounts.find((one) => one.role === role);
  if (!account?.password || !account.smsCode) {
    throw new Error(`the demo has no ${role} with a phone`);
  }
  const visitor = await browser.desk(wide);
  visitor.tolerate(asksWhoIsThere);
  visitor.tolerate(asksForProof);
  await signInAtDesk(visitor.page, server.url, { phone: account.phone, secret: account.password });

  return { page: visitor.page, visitor, smsCode: account.smsCode };
}

/** Proves by the code on his phone who he is, when the page asks for it. */
export async function proveIdentity({ page, smsCode }: Officer): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
  await dialog.getByRole('button', { name: '发送验证码' }).click();
  await dialog.getByText('已发送至').waitFor();
  await dialog.getByLabel('短信验证码').fill(smsCode);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Drops a file onto the page, as from a folder that lies open beside the browser. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));

      return transfer;
    },
    [name, text],
  );
  await page.locator('.dropPlace').dispatchEvent('drop', { dataTransfer });
  await page.getByText(name).waitFor();
}

/** Fills a file in for a feed; the page is left as it is before it is sent. */
export async function prepareUpload(page: Page, feed: string, name: string, text: string): Promise<void> {
  await openFromMenu(page, '数据源');
  await page.getByRole('link', { name: feed }).click();
  await page.getByRole('link', { name: '人工上传' }).click();
  await heading(page, `人工上传：${feed}`).waitFor();
  await dropFile(page, `${name}.csv`, text);
  await page.getByLabel('批次名称').fill(name);
}

/** Opens the change that waits, by what it is about. */
export async function openWaiting(page: Page, title: string | RegExp): Promise<void> {
  await openFromMenu(page, '变更审批');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: '批准' }).waitFor();
}

/** Approves the change that is open. */
export async function approve(page: Page): Promise<void> {
  await clickButton('批准')(page);
  await clickButtonOfDialog('批准')(page);
}
