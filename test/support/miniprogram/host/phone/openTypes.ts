import type { MiniElement } from '../elements/miniElement';
import { isAlipay } from '../setup';
import type { ApiError } from './apiError';
import { phoneCode } from './codes';
import { askPrivacy, pressAgreeButton } from './privacy';

async function givePhoneNumber(button: MiniElement): Promise<void> {
  try {
    await askPrivacy('getPhoneNumber');
    const code = phoneCode();
    const detail = { errMsg: 'getPhoneNumber:ok', code, encryptedData: '', iv: '', cloudID: '' };
    button.emit('getphonenumber', code ? detail : { errMsg: 'getPhoneNumber:fail user deny', errno: 1 });
  } catch (cause) {
    const { message, code } = cause as ApiError;
    button.emit('getphonenumber', { errMsg: `getPhoneNumber:fail ${message}`, errno: code });
  }
}

/** Alipay asks the person first, and lets my.getPhoneNumber or my.getOpenUserInfo answer afterwards. */
function authorize(button: MiniElement): void {
  if (button.text('scope') === 'phoneNumber' && !phoneCode()) {
    button.emit('error', { type: 'getAuthorize', errorMessage: '用户取消授权' });
  } else {
    button.emit('getauthorize', { type: 'getAuthorize' });
  }
}

const forWeapp: Record<string, (button: MiniElement) => void> = {
  getPhoneNumber: (button) => void givePhoneNumber(button),
  getRealtimePhoneNumber: (button) => void givePhoneNumber(button),
  agreePrivacyAuthorization: (button) => {
    pressAgreeButton(button.id);
    button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  openSetting: (button) => button.emit('opensetting', { authSetting: {}, errMsg: 'openSetting:ok' }),
};

const forAlipay: Record<string, (button: MiniElement) => void> = {
  getAuthorize: authorize,
};

/** What a button does by its `open-type`; an unknown one does nothing, as on the platforms. */
export function pressOpenType(button: MiniElement, openType: string): void {
  (isAlipay ? forAlipay : forWeapp)[openType]?.(button);
}
