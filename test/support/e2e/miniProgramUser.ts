import type Element from 'miniprogram-automator/out/Element';
import type Page from 'miniprogram-automator/out/Page';

import type { LaunchedMiniProgram } from '../miniprogram/launch';
import { eventually } from './eventually';
import type { Person } from './people';

/** A person with a mini-program in hand. */
export class MiniProgramUser {
  constructor(private readonly phone: LaunchedMiniProgram) {}

  /** Waits until a page is in front, by its path. */
  async reach(path: string): Promise<Page> {
    return eventually(async () => {
      const page = await this.front();
      if (page.path !== path) {
        throw new Error(`on ${page.path} instead of ${path}; errors: ${this.phone.errors().join('\n')}`);
      }

      return page;
    });
  }

  async find(selector: string): Promise<Element> {
    return eventually(async () => {
      const page = await this.front();
      const element = await page.$(selector);
      if (!element) {
        throw new Error(`no ${selector} on ${page.path}; errors: ${this.phone.errors().join('\n')}`);
      }

      return element;
    });
  }

  /** How many of them there are on the page just now. */
  async count(selector: string): Promise<number> {
    return (await (await this.front()).$$(selector)).length;
  }

  async tap(selector: string): Promise<void> {
    // Found again at each attempt: what is drawn anew meanwhile is another element.
    await eventually(async () => (await this.find(selector)).tap());
  }

  async type(selector: string, text: string): Promise<void> {
    const element = (await this.find(selector)) as Element & { input(value: string): Promise<void> };
    await element.input(text);
  }

  async read(selector: string): Promise<string> {
    return (await this.find(selector)).text();
  }

  /** Waits until an element says something. */
  async expect(selector: string, text: string | RegExp): Promise<void> {
    await eventually(async () => {
      const said = await this.read(selector);
      if (!(typeof text === 'string' ? said.includes(text) : text.test(said))) {
        throw new Error(`${selector} says ${said}, not ${text}`);
      }
    });
  }

  /** Presses the button that asks WeChat or Alipay for the number, and agrees where the app has to ask first. */
  async givePhoneNumber(): Promise<void> {
    const isAsked = await this.phone.asksPrivacy();
    await eventually(async () => this.phone.pressPhoneButton(await this.find('.phone-button')));
    if (isAsked) {
      await this.tap('.privacy-prompt__agree');
    }
  }

  async consent(): Promise<void> {
    await this.tap('.agree-privacy');
    await this.tap('.agree-sensitive');
    await this.tap('.agree');
  }

  async verifyIdentity({ name, idNumber }: Person): Promise<void> {
    await this.type('.name-input', name);
    await this.type('.id-number-input', idNumber);
    await this.tap('.verify');
    await this.tap('.start-face');
    await this.tap('.face-confirm');
  }

  private async front(): Promise<Page> {
    const page = await this.phone.miniProgram.currentPage();
    if (!page) {
      throw new Error('no page is open');
    }

    return page;
  }
}
