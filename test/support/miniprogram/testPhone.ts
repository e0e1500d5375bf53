import type Element from 'miniprogram-automator/out/Element';

import { buildFixture } from './fixture/build';
import { launchMiniProgram, type LaunchedMiniProgram, type LaunchOptions } from './launch';
import type { Platform } from './types';

export const platforms: Platform[] = ['weapp', 'alipay'];

/** Time for a build of the fixture and a start of the browser on a slow machine, ms. */
export const startTime = 180_000;

/** The fixture app, open on a phone, with short ways to look at it and to touch it. */
export class TestPhone {
  private constructor(readonly app: LaunchedMiniProgram) {}

  static async open(platform: Platform, options: Partial<LaunchOptions> = {}): Promise<TestPhone> {
    const dist = await buildFixture(platform);

    return new TestPhone(await launchMiniProgram({ ...options, platform, dist }));
  }

  get miniProgram() {
    return this.app.miniProgram;
  }

  async page() {
    const page = await this.miniProgram.currentPage();
    if (!page) {
      throw new Error('No page is open');
    }

    return page;
  }

  async path(): Promise<string> {
    return (await this.page()).path;
  }

  async element(selector: string): Promise<Element> {
    const element = await (await this.page()).$(selector);
    if (!element) {
      throw new Error(`Nothing matches ${selector} on ${await this.path()}`);
    }

    return element;
  }

  async tap(selector: string): Promise<void> {
    await (await this.element(selector)).tap();
  }

  async text(selector: string): Promise<string> {
    return (await this.element(selector)).text();
  }

  /** Waits for a text to appear: what follows a tap may take a moment. */
  async waitForText(selector: string, wanted: string): Promise<void> {
    await this.waitFor(async () => (await this.text(selector)) === wanted, `${selector} to say '${wanted}'`);
  }

  async waitForPath(wanted: string): Promise<void> {
    await this.waitFor(async () => (await this.path()) === wanted, `the page ${wanted}`);
  }

  /** @throws after two seconds */
  async waitFor(isThere: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + 2000;
    while (!(await isThere().catch(() => false))) {
      if (Date.now() > end) {
        throw new Error(`Waited in vain for ${what}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
