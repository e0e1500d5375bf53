import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import { tellOnFailure } from './screensNow';
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
const shutNetwork = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

function cameraFlags(file: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/** A site of this machine under its public name. */
export interface NamedSite {
  name: string;
  port: number;
}

/** What the browser takes for the network; of rules that fit, the first counts. */
function resolverRules(site: NamedSite | undefined): string {
  const named = site ? `MAP ${site.name}:443 127.0.0.1:${site.port}, ` : '';

  return `--host-resolver-rules=${named}${shutNetwork}`;
}

/** What moves may be elsewhere between a press and its release, on a busy machine: a click on it would be lost. */
const people: BrowserContextOptions = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
};

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
  const watching = watch(context, options.baseURL);
  context.setDefaultTimeout(patience);
  tellOnFailure(context, watching.troubles);

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
 * @param site reached under its name; its certificate signed itself
 */
export async function openBrowser({
  camera,
  site,
}: { camera?: string; site?: NamedSite } = {}): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [...quiet, resolverRules(site), ...(camera ? cameraFlags(camera) : [])],
  });

  const own = site ? { baseURL: `https://${site.name}`, ignoreHTTPSErrors: true } : {};

  return {
    phone: () => invite(browser, { ...phone, ...own }),
    desk: (size = { width: 1280, height: 800 }) => invite(browser, { ...people, ...own, viewport: size }),
    close: () => browser.close(),
  };
}
