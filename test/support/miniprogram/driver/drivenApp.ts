import type MiniProgram from 'miniprogram-automator/out/MiniProgram';

import type { ApiCall, EnterOptions } from '../types';
import { notedNames } from './deviceState';
import { addressOf, type Entrance, toEntrance } from './entrance';
import * as inApp from './inApp';
import type { Opener } from './openers';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html */
const noNetwork = { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED', errno: 600003 };

/** The app of a driven phone: opened, closed and brought back, with what is done inside it. */
export class DrivenApp {
  readonly thrown: string[] = [];

  private constructor(
    private readonly opener: Opener,
    private opened: MiniProgram,
  ) {}

  static async open(opener: Opener): Promise<DrivenApp> {
    const app = new DrivenApp(opener, await opener.open());
    app.listen();

    return app;
  }

  get miniProgram(): MiniProgram {
    return this.opened;
  }

  async reopen(): Promise<void> {
    this.opened = await this.opener.reopen(this.opened);
    this.listen();
  }

  close(): Promise<void> {
    return this.opener.close(this.opened);
  }

  /** Once after each start, before anything else. */
  async prepare(): Promise<void> {
    await this.opened.evaluate(inApp.noteCalls, notedNames);
    await this.opened.evaluate(inApp.followNetwork, noNetwork);
  }

  /** What an app gets that is opened in this way; it has been opened plainly before, and has to begin again. */
  async start(entrance: Entrance): Promise<void> {
    await this.opened.evaluate(inApp.leave);
    await this.opened.mockWxMethod('getLaunchOptionsSync', entrance);
    await this.opened.mockWxMethod('getEnterOptionsSync', entrance);
    await this.opened.evaluate(inApp.comeBack, entrance, { isStart: true, isPageKept: false });
    await this.openPage(entrance);
  }

  async show(options: EnterOptions): Promise<void> {
    const front = await this.opened.currentPage();
    const entrance = toEntrance(options, front?.path ?? '');
    const isPageKept = options.path === undefined;
    await this.opened.evaluate(inApp.leave);
    await this.opened.mockWxMethod('getEnterOptionsSync', entrance);
    await this.opened.evaluate(inApp.comeBack, entrance, { isStart: false, isPageKept });
    if (!isPageKept) {
      await this.openPage(entrance);
    }
  }

  async holdOffline(isOffline: boolean): Promise<void> {
    await this.opened.evaluate(inApp.holdOffline, isOffline);
  }

  async giveLoginCode(code: string): Promise<void> {
    await this.opened.mockWxMethod('login', { errMsg: 'login:ok', code });
  }

  /** Settles when the person has answered. @returns why not, or an empty text */
  askPrivacy(): Promise<string> {
    return this.opened.evaluate(inApp.askPrivacy) as Promise<string>;
  }

  notedCalls(): Promise<ApiCall[]> {
    return this.opened.evaluate(inApp.notedCalls) as Promise<ApiCall[]>;
  }

  private listen(): void {
    this.opened.on('exception', (event: { exception?: Error } & Partial<Error>) => {
      const { stack, message } = event.exception ?? event;
      this.thrown.push(stack ?? message ?? JSON.stringify(event));
    });
  }

  private async openPage(entrance: Entrance): Promise<void> {
    await this.opened.callWxMethod('reLaunch', { url: addressOf(entrance) });
  }
}
