import type Element from 'miniprogram-automator/out/Element';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';

import { appStorage, asksPrivacy } from '../appFunctions';
import type { LaunchedMiniProgram } from '../launch';
import type { ApiCall, Codes, DeviceState, EnterOptions } from '../types';
import { deviceState, notedNames } from './deviceState';
import { DrivenApp } from './drivenApp';
import { firstPage, toEntrance } from './entrance';
import type { Opener } from './openers';
import { givePhoneNumber } from './phoneNumber';

export interface DrivenOptions {
  dist: string;
  launch: EnterOptions;
  storage: Record<string, unknown>;
  codes: Codes;
  isOffline: boolean;
  /** CSS pixels that the simulated phone must be wide. */
  width: number;
}

/**
 * A phone with WeChat that is driven by what miniprogram-automator documents and by nothing else, as the real DevTools
 * must be. What they have no word for is done inside the app.
 */
export class DrivenPhone implements LaunchedMiniProgram {
  readonly page = undefined;
  private readonly codes: Codes;
  private isOffline: boolean;

  private constructor(
    private readonly app: DrivenApp,
    private readonly options: DrivenOptions,
  ) {
    this.codes = { ...options.codes };
    this.isOffline = options.isOffline;
  }

  /** @throws when the simulated phone has another width than the test counts on */
  static async open(opener: Opener, options: DrivenOptions): Promise<DrivenPhone> {
    const phone = new DrivenPhone(await DrivenApp.open(opener), options);
    try {
      await phone.assertWidth();
      await phone.fillStorage();
      await phone.start(options.launch);
    } catch (cause) {
      await phone.close();
      throw cause;
    }

    return phone;
  }

  get miniProgram(): MiniProgram {
    return this.app.miniProgram;
  }

  show(options: EnterOptions = {}): Promise<void> {
    return this.app.show(options);
  }

  async restart(launch: EnterOptions = {}): Promise<void> {
    await this.app.reopen();
    await this.start(launch);
  }

  async setOffline(isOffline: boolean): Promise<void> {
    this.isOffline = isOffline;
    await this.app.holdOffline(isOffline);
  }

  async setCodes(codes: Partial<Codes>): Promise<void> {
    Object.assign(this.codes, codes);
    await this.app.giveLoginCode(this.codes.login);
  }

  asksPrivacy(): Promise<boolean> {
    return asksPrivacy(this.miniProgram);
  }

  /** Does not wait: the test answers the question that may come up. */
  async pressPhoneButton(button: Element): Promise<void> {
    givePhoneNumber(this.app, button, this.codes.phone).catch((cause: unknown) =>
      this.app.thrown.push(String(cause)),
    );
  }

  emit(event: string): Promise<void> {
    throw new Error(`emit('${event}') is only on the bench: DevTools cannot be told to make an event`);
  }

  async device(): Promise<DeviceState> {
    const { brightness, ...asked } = deviceState(await this.calls());

    return { ...asked, brightness: brightness ?? (await this.brightness()), isOffline: this.isOffline };
  }

  /** @throws for a function whose calls are not noted */
  async calls(name?: string): Promise<ApiCall[]> {
    if (name !== undefined && !notedNames.includes(name)) {
      throw new Error(`calls of ${name} are noted on the bench only, or once driver/deviceState.ts names it`);
    }
    const calls = await this.app.notedCalls();

    return calls.filter((call) => name === undefined || call.name === name);
  }

  setStorage(key: string, value: unknown): Promise<void> {
    return appStorage(this.miniProgram, 'weapp').setStorage(key, value);
  }

  getStorage(key: string): Promise<unknown> {
    return appStorage(this.miniProgram, 'weapp').getStorage(key);
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.miniProgram.screenshot()), 'base64');
  }

  errors(): string[] {
    return [...this.app.thrown];
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private async assertWidth(): Promise<void> {
    const { windowWidth } = (await this.miniProgram.systemInfo()) as { windowWidth: number };
    if (windowWidth !== this.options.width) {
      throw new Error(
        `the phone is ${windowWidth} wide: choose one of ${this.options.width} in the simulator`,
      );
    }
  }

  /** DevTools keep what earlier runs stored, and the app has read it by now: only another start forgets it. */
  private async fillStorage(): Promise<void> {
    const { keys } = (await this.miniProgram.callWxMethod('getStorageInfoSync')) as { keys: string[] };
    const wanted = Object.entries(this.options.storage);
    if (keys.length === 0 && wanted.length === 0) {
      return;
    }
    await this.miniProgram.callWxMethod('clearStorage', {});
    for (const [key, value] of wanted) {
      await this.setStorage(key, value);
    }
    await this.app.reopen();
  }

  private async start(launch: EnterOptions): Promise<void> {
    await this.app.prepare();
    await this.setOffline(this.isOffline);
    await this.setCodes({});
    if (Object.keys(launch).length > 0) {
      await this.app.start(toEntrance(launch, firstPage(this.options.dist)));
    }
  }

  private async brightness(): Promise<number> {
    const { value } = (await this.miniProgram.callWxMethod('getScreenBrightness', {})) as { value: number };

    return value;
  }
}
