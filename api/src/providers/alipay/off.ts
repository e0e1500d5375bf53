import type { Alipay } from './alipay';

/** A province without an Alipay mini-program: every code is refused. */
export const offAlipay: Alipay = {
  signIn: () => Promise.resolve({ ok: false, reason: 'off' }),
  phoneNumber: () => Promise.resolve({ ok: false, reason: 'off' }),
};
