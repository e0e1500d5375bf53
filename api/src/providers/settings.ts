import type { AlipaySettings } from './alipay/alipay';
import type { IdentitySettings } from './identity/identity';
import type { NationalSettings } from './national/national';
import type { OcrSettings } from './ocr/ocr';
import type { SmsSettings } from './sms/sms';
import type { WechatSettings } from './wechat/wechat';

/** Which outside systems are real. A platform or exchange that a province does not use is `off`; SMS and identity cannot be. */
export interface ProviderSettings {
  mode: 'demo' | 'production';
  /** ms for one exchange; 5000 unless given. */
  timeoutMs?: number;
  wechat: 'stand-in' | 'off' | WechatSettings;
  alipay: 'stand-in' | 'off' | AlipaySettings;
  sms: 'stand-in' | SmsSettings;
  identity: 'stand-in' | IdentitySettings;
  national: 'stand-in' | 'off' | NationalSettings;
  /** Left out: off. */
  ocr?: 'stand-in' | 'off' | OcrSettings;
}

/** The environment variables without which a system has only its stand-in. */
export const requiredVariables = {
  wechat: ['ANXING_WECHAT_APP_ID', 'ANXING_WECHAT_SECRET'],
  alipay: [
    'ANXING_ALIPAY_APP_ID',
    'ANXING_ALIPAY_PRIVATE_KEY_FILE',
    'ANXING_ALIPAY_PUBLIC_KEY_FILE',
    'ANXING_ALIPAY_AES_KEY',
  ],
  sms: [
    'ANXING_SMS_SECRET_ID',
    'ANXING_SMS_SECRET_KEY',
    'ANXING_SMS_SDK_APP_ID',
    'ANXING_SMS_SIGN_NAME',
    'ANXING_SMS_TEMPLATE_CODE',
  ],
  identity: [
    'ANXING_IDENTITY_SECRET_ID',
    'ANXING_IDENTITY_SECRET_KEY',
    'ANXING_IDENTITY_RULE_WEAPP',
    'ANXING_IDENTITY_RULE_H5',
    'ANXING_IDENTITY_REDIRECT_URL',
  ],
  national: ['ANXING_NATIONAL_APP_ID', 'ANXING_NATIONAL_SECRET', 'ANXING_NATIONAL_URL'],
  ocr: ['ANXING_OCR_URL', 'ANXING_OCR_KEY'],
} as const;

export type ProviderName = keyof typeof requiredVariables;
