import path from 'node:path';

import { inventPhone } from '../api/invented';
import { launchMiniProgram, type LaunchedMiniProgram } from '../miniprogram/launch';
import type { Platform } from '../miniprogram/types';
import { eventually } from './eventually';
import { MiniProgramUser } from './miniProgramUser';
import { pdfToPng } from './pdfPicture';
import type { Person } from './people';
import { decodeQr } from './qrReaders';

/** What the app of either platform gives of a file, run inside the app. */
type FileReader = (platform: string, filePath: string) => Promise<string>;

interface FileSystem {
  readFile(options: object): void;
}

declare const wx: { getFileSystemManager(): FileSystem };
declare const my: { getFileSystemManager(): FileSystem };

/** Sent to the app as source text: it may use nothing else of this file. */
const readFile: FileReader = (platform, filePath) =>
  new Promise((resolve, reject) => {
    const files = (platform === 'weapp' ? wx : my).getFileSystemManager();
    const success = ({ data }: { data: string }) => resolve(data);
    files.readFile({ filePath, encoding: 'base64', success, fail: reject });
  });

/** The compiled mini-program in a resident's hand. */
export class ResidentPhone {
  private constructor(
    private readonly platform: Platform,
    readonly phone: LaunchedMiniProgram,
    readonly user: MiniProgramUser,
  ) {}

  /** @param name of the account with WeChat or Alipay, without digits */
  static async open(platform: Platform, api: string, name: string): Promise<ResidentPhone> {
    const phone = await launchMiniProgram({
      platform,
      dist: path.join(__dirname, '../../../miniapp/dist', platform),
      launch: { query: { api } },
      codes: { login: `${name}${platform}.1`, phone: `${inventPhone()}.1` },
      hasAgreedToPrivacy: true,
    });

    return new ResidentPhone(platform, phone, new MiniProgramUser(phone));
  }

  /** Signs in, and proves who it is; whoever has a code comes to it. */
  async become(person: Person): Promise<void> {
    const { user } = this;
    await user.reach('pages/consent/index');
    await user.consent();
    await user.reach('pages/signIn/index');
    await user.tap('.sign-in');
    await user.reach('pages/identity/index');
    await user.givePhoneNumber();
    await user.verifyIdentity(person);
    await user.reach('pages/code/index');
  }

  /** What the QR code on the screen says to two readers. */
  readScreen(): Promise<string> {
    return eventually(async () => decodeQr(await this.phone.screenshot()));
  }

  /** To another page by the menu of 我的. @param line as its class ends */
  async openFromMenu(line: string): Promise<void> {
    await this.phone.miniProgram.callWxMethod('switchTab', { url: '/pages/me/index' });
    await this.user.reach('pages/me/index');
    await this.user.tap(`.to-${line}`);
  }

  /** Back to the code. */
  async openCode(): Promise<void> {
    await this.phone.miniProgram.callWxMethod('switchTab', { url: '/pages/code/index' });
    await this.user.reach('pages/code/index');
  }

  /** What is printed on the card that is opened to be printed. */
  async readPrintedCard(): Promise<string> {
    const { miniProgram } = this.phone;
    await miniProgram.mockWxMethod('openDocument', {});
    const before = (await this.phone.calls('openDocument')).length;
    await this.user.tap('.open-card');
    const file = await eventually(async () => {
      const calls = await this.phone.calls('openDocument');
      const opened = calls[before]?.args[0] as { filePath?: string } | undefined;
      if (!opened?.filePath) {
        throw new Error('no card was opened');
      }

      return opened.filePath;
    });
    const content = (await miniProgram.evaluate(readFile, this.platform, file)) as string;

    return decodeQr(await pdfToPng(Buffer.from(content, 'base64')));
  }
}
