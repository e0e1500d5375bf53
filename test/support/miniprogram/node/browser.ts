import { type Browser, chromium, type Page } from 'playwright-core';

export interface Viewport {
  width: number;
  height: number;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Images may come from this machine, not from elsewhere. */
async function stayHome(page: Page): Promise<void> {
  await page.route(
    (url) => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => route.abort(),
  );
}

/** A headless Chromium with one page of the size of a phone. */
export async function openBrowser(viewport: Viewport): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: flags,
  });
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await stayHome(page);

  return { browser, page };
}
