import type { Wechat } from './wechat';

/** A province without a WeChat mini-program: every code is refused. */
export const offWechat: Wechat = {
  signIn: () => Promise.resolve({ ok: false, reason: 'off' }),
  phoneNumber: () => Promise.resolve({ ok: false, reason: 'off' }),
};
