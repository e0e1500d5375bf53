export interface AlipaySettings {
  appId: string;
  /** The app's RSA key: PEM, or the bare base64 that Alipay's key tool writes (PKCS#8 or PKCS#1). */
  privateKey: string;
  /** Alipay's own public key from the console, not the app's: PEM or bare base64. */
  alipayPublicKey: string;
  /** Base64 of 16 bytes, from the console (接口内容加密方式). */
  aesKey: string;
  /** https://openapi.alipay.com/gateway.do unless given. */
  url?: string | undefined;
}

/** refused: the code or answer is wrong, used, old or not signed by Alipay; busy: try again. */
export type AlipayRefusal = { ok: false; reason: 'refused' | 'busy' | 'off' };

/** `accountId` is the open id where Alipay gives one, else the older user id. */
export type AlipaySignIn = { ok: true; accountId: string } | AlipayRefusal;

export type AlipayPhone = { ok: true; phone: string } | AlipayRefusal | { ok: false; reason: 'unsupported' };

/** What we ask of Alipay. */
export interface Alipay {
  /** Exchanges the code of `my.getAuthCode` for the account. @throws ProviderUnavailable without a usable answer */
  signIn(code: string): Promise<AlipaySignIn>;

  /**
   * Opens what `my.getPhoneNumber` handed to the client: the whole `response` text. Asks nobody.
   * The text names neither account nor time, so it proves that Alipay told this phone to somebody once, and no more.
   */
  phoneNumber(response: string): Promise<AlipayPhone>;
}
