import type Element from 'miniprogram-automator/out/Element';

import type { DrivenApp } from './drivenApp';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html */
function eventDetail(refusal: string, code: string): object {
  if (refusal) {
    return { errMsg: refusal.replace(/^\w+/, 'getPhoneNumber'), errno: 104 };
  }

  return code
    ? { errMsg: 'getPhoneNumber:ok', code, encryptedData: '', iv: '', cloudID: '' }
    : { errMsg: 'getPhoneNumber:fail user deny', errno: 1 };
}

/**
 * A tap would make DevTools ask their own user for a real number. So the app is asked for the consent that WeChat wants
 * first, and then told a code.
 * @param code empty when the person keeps the number back
 */
export async function givePhoneNumber(app: DrivenApp, button: Element, code: string): Promise<void> {
  const refusal = await app.askPrivacy();
  await button.trigger('getphonenumber', eventDetail(refusal, code));
}
