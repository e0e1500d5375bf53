import path from 'node:path';

import { launchMiniProgram, type LaunchedMiniProgram } from '../miniprogram/launch';
import type { Platform } from '../miniprogram/types';
import { MiniProgramUser } from './miniProgramUser';

/** How each platform hands over what its scanner read. */
const scanners = {
  weapp: { name: 'scanCode', says: (text: string) => ({ result: text, scanType: 'QR_CODE' }) },
  alipay: {
    name: 'scan',
    says: (text: string) => ({ code: text, qrCode: text, codeContent: text, codeType: 'qr' }),
  },
} as const;

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
    const { name, says } = scanners[this.platform];
    await this.phone.miniProgram.mockWxMethod(name, says(text));
  }

  /** Agrees and goes to where staff sign in. */
  async openSignIn(): Promise<void> {
    const { user } = this;
    await user.reach('pages/consent/index');
    await user.consent();
    await user.reach('pages/signIn/index');
    await user.tap('.sign-in-tab--staff');
  }

  /** Signs in with a password that need not be changed, and stands at a point. */
  async goOnDuty({ phone, secret }: StaffAccount, pointId: string): Promise<void> {
    const { user } = this;
    await this.openSignIn();
    await user.type('.staff-phone', phone);
    await user.type('.staff-password', secret);
    await user.tap('.staff-sign-in');
    await user.reach('packages/staff/post/index');
    await user.tap(`.point-line--${pointId}`);
    await user.type('.community-input', '安宁社区');
    await user.tap('.go-on-duty');
    await user.reach('packages/staff/home/index');
    await user.expect('.list-age', '刚刚更新');
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
