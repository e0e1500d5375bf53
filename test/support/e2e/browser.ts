import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import { watch, type Watch } from './watch';

/** Somebody at a screen of their own: own cookies, own storage. */
export interface Visitor extends Watch {
  page: Page;
  /** Another tab of the same person. */
  newTab(): Promise<Page>;
  setOffline(isOffline: boolean): Promise<void>;
  leave(): Promise<void>;
}

export interface OpenBrowser {
  /** A phone, 375 px wide. */
  phone(): Promise<Visitor>;
  /** A desk, 1280 px wide unless told. */
  desk(size?: { width: number; height: number }): Promise<Visitor>;
  close(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The network is shut, whoever asks: no name and no address but this machine's own is found. */
const shutNetwork = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

function cameraFlags(file: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

const people: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

const phone: BrowserContextOptions = {
  ...people,
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** How long a page may take to show what it is asked for, ms. */
const patience = 15_000;

async function invite(browser: Browser, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext(options);
  const watching = watch(context);
  context.setDefaultTimeout(patience);

  return {
    ...watching,
    page: await context.newPage(),
    newTab: () => context.newPage(),
    setOffline: (isOffline) => context.setOffline(isOffline),
    leave: () => context.close(),
  };
}

/**
 * Starts the system's Chromium.
 * @param camera a file made by `cameraFile`; without one, pages find no camera
 */
export async function openBrowser({ camera }: { camera?: string } = {}): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [...quiet, shutNetwork, ...(camera ? cameraFlags(camera) : [])],
  });

  return {
    phone: () => invite(browser, phone),
    desk: (size = { width: 1280, height: 800 }) => invite(browser, { ...people, viewport: size }),
    close: () => browser.close(),
  };
}
