import path from 'node:path';

import { launchMiniProgram, type LaunchedMiniProgram } from '../miniprogram/launch';
import type { Platform } from '../miniprogram/types';
import { MiniProgramUser } from './miniProgramUser';

/** How each platform hands over what its scanner read, and what its camera took. */
const platforms = {
  weapp: {
    scanner: 'scanCode',
    read: (text: string) => ({ result: text, scanType: 'QR_CODE' }),
    camera: 'chooseMedia',
    taken: (picture: string) => ({ tempFiles: [{ tempFilePath: picture }] }),
  },
  alipay: {
    scanner: 'scan',
    read: (text: string) => ({ code: text, qrCode: text, codeContent: text, codeType: 'qr' }),
    camera: 'chooseImage',
    taken: (picture: string) => ({ apFilePaths: [picture] }),
  },
} as const;

const home = 'packages/staff/home/index';

/** As `accountOf` tells it. */
interface StaffAccount {
  phone: string;
  secret: string;
}

/** The compiled mini-program in a guard's hand. */
export class GuardPhone {
  private constructor(
    private readonly platform: Platform,
    readonly phone: LaunchedMiniProgram,
    readonly user: MiniProgramUser,
  ) {}

  /** @param clockSkew s: how far off its clock is */
  static async open(platform: Platform, api: string, clockSkew = 0): Promise<GuardPhone> {
    const dist = path.join(__dirname, '../../../miniapp/dist', platform);
    const phone = await launchMiniProgram({
      platform,
      dist,
      launch: { query: { api } },
      hasAgreedToPrivacy: true,
      clockSkew,
    });

    return new GuardPhone(platform, phone, new MiniProgramUser(phone));
  }

  /** What the scanner will read next. */
  async hold(text: string): Promise<void> {
    const { scanner, read } = platforms[this.platform];
    await this.phone.miniProgram.mockWxMethod(scanner, read(text));
  }

  /** What the camera will take next. @param picture PNG */
  async aimAt(picture: Buffer): Promise<void> {
    const { camera, taken } = platforms[this.platform];
    const content = `data:image/png;base64,${picture.toString('base64')}`;
    await this.phone.miniProgram.mockWxMethod(camera, taken(content));
  }

  /** Agrees and goes to where staff sign in. */
  async openSignIn(): Promise<void> {
    const { user } = this;
    await user.reach('pages/consent/index');
    await user.consent();
    await user.reach('pages/signIn/index');
    await user.tap('.sign-in-tab--staff');
  }

  /** What is asked of staff who sign in. */
  async typeAccount({ phone, secret }: StaffAccount): Promise<void> {
    const { user } = this;
    await user.type('.staff-phone', phone);
    await user.type('.staff-password', secret);
    await user.tap('.staff-sign-in');
  }

  /** Signs in with a password that need not be changed. */
  async signIn(account: StaffAccount): Promise<void> {
    await this.openSignIn();
    await this.typeAccount(account);
    await this.user.reach('packages/staff/post/index');
  }

  /** Chooses the point, and asks to go on duty; whether that is granted is not waited for. */
  async askForDuty(pointId: string): Promise<void> {
    const { user } = this;
    await user.tap(`.point-line--${pointId}`);
    await user.type('.community-input', '安宁社区');
    await user.tap('.go-on-duty');
  }

  /** From the page of points to the door. */
  async stand(pointId: string): Promise<void> {
    const { user } = this;
    await this.askForDuty(pointId);
    await user.reach(home);
    await user.expect('.list-age', '刚刚更新');
  }

  /** Signs in, and stands at a point. */
  async goOnDuty(account: StaffAccount, pointId: string): Promise<void> {
    await this.signIn(account);
    await this.stand(pointId);
  }

  /** From one door to another, from a result or from the page with the big button. */
  async moveTo(pointId: string): Promise<void> {
    const { user } = this;
    await this.goHome();
    await user.tap('.change-post');
    await user.reach('packages/staff/post/index');
    await user.tap('.change-point');
    await this.stand(pointId);
  }

  /** Back from a result to the page with the big button. */
  async goHome(): Promise<void> {
    const { miniProgram } = this.phone;
    if ((await miniProgram.currentPage())?.path !== home) {
      await miniProgram.native().navigateLeft();
    }
    await this.user.reach(home);
  }

  /** The first person in a queue. */
  async startWith(text: string): Promise<void> {
    await this.hold(text);
    await this.user.tap('.start-scan');
    await this.user.reach('packages/staff/check/index');
  }

  /** The next one, with one tap. */
  async next(text: string): Promise<void> {
    await this.hold(text);
    await this.user.tap('.next-person');
  }
}
