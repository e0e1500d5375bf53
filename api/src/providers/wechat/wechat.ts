export interface WechatSettings {
  appId: string;
  secret: string;
  /** https://api.weixin.qq.com unless given. */
  url?: string | undefined;
}

/** refused: the code is wrong, used or old; blocked: WeChat holds the user for a risk; busy: try again. */
export type WechatRefusal = { ok: false; reason: 'refused' | 'tooFrequent' | 'blocked' | 'busy' | 'off' };

export type WechatSignIn = { ok: true; openId: string; unionId: string | null } | WechatRefusal;

/** unsupported: the account has a phone of another country. */
export type WechatPhone = { ok: true; phone: string } | WechatRefusal | { ok: false; reason: 'unsupported' };

/** What we ask of WeChat. Both throw ProviderUnavailable when there is no usable answer. */
export interface Wechat {
  /** Exchanges the code of `wx.login` for the account; the session key is not kept. */
  signIn(code: string): Promise<WechatSignIn>;

  /**
   * Exchanges the code of the phone number button for the phone, 11 digits.
   * @param openId the account signed in, so that WeChat refuses a code that another account was given
   */
  phoneNumber(code: string, openId?: string): Promise<WechatPhone>;
}
