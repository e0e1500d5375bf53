import type { Browser, Page } from 'playwright-core';

import type { Codes, EnterOptions, PackedApp, PhoneSettings } from '../types';
import { setClockWrong } from '../../e2e/wrongClock';
import { Bridge, type Partings } from './bridge';
import { openBrowser, type Viewport } from './browser';
import { Requests } from './requests';
import { startWebServer, type WebServer } from './webServer';

interface Parts {
  browser: Browser;
  page: Page;
  web: WebServer;
}

export interface PhoneOptions {
  folder: string;
  app: PackedApp;
  settings: PhoneSettings;
  viewport: Viewport;
  wsPort: number;
  /** s by which its clock is ahead. */
  clockSkew?: number;
  partings?: Partings;
}

/** Taro only warns when an app calls what the platform does not have. */
const unsupported = /小程序暂不支持/;

/** A phone in a headless browser, with the mini-program open in it. */
export class Phone {
  readonly errors: string[] = [];
  private settings: PhoneSettings;
  private parts: Parts | undefined;
  private bridge: Bridge | undefined;
  private readonly requests = new Requests((url) => this.note(`request to ${url} refused: not this machine`));

  constructor(private readonly options: PhoneOptions) {
    this.settings = options.settings;
  }

  get page(): Page {
    return this.opened.page;
  }

  get endpoint(): string {
    if (!this.bridge) {
      throw new Error('The phone is not open yet');
    }

    return this.bridge.endpoint;
  }

  private get opened(): Parts {
    if (!this.parts) {
      throw new Error('The phone is switched off');
    }

    return this.parts;
  }

  async switchOn(): Promise<void> {
    const web = await startWebServer(this.options.folder, () => ({
      ...this.settings,
      app: this.options.app,
    }));
    const { browser, page } = await openBrowser(this.options.viewport);
    this.parts = { web, browser, page };
    try {
      await this.wire(page);
      await this.open(page, web.url);
      // Whoever connects finds the app open.
      this.bridge = await Bridge.open(page, this.options.wsPort, this.options.partings);
    } catch (cause) {
      await this.switchOff();
      throw cause;
    }
  }

  async setOffline(isOffline: boolean): Promise<void> {
    this.settings = { ...this.settings, isOffline };
    await this.page.evaluate((given) => window.phone.setOffline(given), isOffline);
  }

  async setCodes(codes: Partial<Codes>): Promise<void> {
    this.settings = { ...this.settings, codes: { ...this.settings.codes, ...codes } };
    await this.page.evaluate((given) => window.phone.setCodes(given), codes);
  }

  /** Closes the mini-program and opens it cold; what it stored is still there. */
  async restart(launch: EnterOptions): Promise<void> {
    this.settings = { ...this.settings, launch, storage: {} };
    await this.open(this.page, this.opened.web.url);
  }

  async switchOff(): Promise<void> {
    const { web, browser } = this.opened;
    this.requests.abortAll();
    await this.bridge?.close();
    await browser.close();
    await web.close();
  }

  private async open(page: Page, url: string): Promise<void> {
    await page.goto(url);
    await page.waitForFunction(() => window.isPhoneReady);
  }

  private async wire(page: Page): Promise<void> {
    await setClockWrong(page, this.options.clockSkew ?? 0);
    await page.exposeFunction('sendFromNode', this.requests.send.bind(this.requests));
    await page.exposeFunction('abortInNode', this.requests.abort.bind(this.requests));
    await page.exposeFunction('tellNode', (kind: string, text: string) => this.hear(kind, text));
    page.on('console', (message) => this.hearLog(message.type(), message.text()));
  }

  private hearLog(type: string, text: string): void {
    if (unsupported.test(text)) {
      this.note(text);
    }
    this.bridge?.emit('App.logAdded', { type, args: [text] });
  }

  private hear(kind: string, text: string): void {
    if (kind === 'error') {
      this.note(text);
    } else if (kind === 'binding') {
      this.bridge?.emit('App.bindingCalled', JSON.parse(text));
    }
  }

  /** For a test that asks the phone, and for one that listens to the protocol. */
  private note(error: string): void {
    const exception = { message: error.split('\n')[0], stack: error };
    this.errors.push(error);
    this.bridge?.emit('App.exceptionThrown', { exception });
  }
}
