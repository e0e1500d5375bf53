/** The texts that we may send; a province has each of them approved by the operator under an id of its own. */
export type SmsTemplate = 'code';

export interface SmsSettings {
  secretId: string;
  secretKey: string;
  sdkAppId: string;
  /** 短信签名, approved by the operator. */
  signName: string;
  /** The approved id of each template. `code` takes {1} the code, {2} the minutes it lives. */
  templates: Record<SmsTemplate, string>;
  /** ap-guangzhou unless given. */
  region?: string | undefined;
  /** https://sms.tencentcloudapi.com unless given. */
  url?: string | undefined;
}

/** refused: the phone cannot or will not get messages; tooFrequent: the operator's own limit for this phone. */
export type SmsResult = { ok: true } | { ok: false; reason: 'refused' | 'tooFrequent' | 'busy' };

export interface Sms {
  /**
   * Hands one message to the operator; that it arrived is not known. Never repeated on its own: after a timeout the
   * message may be on its way.
   * @param phone 11 digits
   * @param params the template's values in order
   * @throws ProviderUnavailable
   */
  send(phone: string, template: SmsTemplate, params: readonly string[]): Promise<SmsResult>;
}
