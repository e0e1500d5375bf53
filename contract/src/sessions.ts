import { z } from 'zod';

import { limits } from './limits';
import { deviceName, password, phone, smsCode } from './fields';

/** Sent as the header `x-anxing-client`; browsers (admin, h5) get cookies, the others tokens in the body. */
export const clientKinds = ['weapp', 'alipay', 'h5', 'admin', 'other'] as const;
export type ClientKind = (typeof clientKinds)[number];
export const clientHeader = 'x-anxing-client';

export const smsCodeRequest = z.strictObject({
  phone,
  /** The same for every code that this device asks for. Without it the bounds are tighter. */
  device: deviceName.optional(),
});
export type SmsCodeRequest = z.input<typeof smsCodeRequest>;

export const smsCodeAnswer = z.object({ expiresIn: z.number(), resendAfter: z.number() });
export type SmsCodeAnswer = z.infer<typeof smsCodeAnswer>;

/** Where the code went, masked; for a staff member who proves that it is he who is signed in. */
export const proofCodeAnswer = smsCodeAnswer.extend({ phone: z.string() });
export type ProofCodeAnswer = z.infer<typeof proofCodeAnswer>;

export const proofRequest = z.strictObject({ code: smsCode });
export type ProofRequest = z.input<typeof proofRequest>;

const platformCode = z.string().min(1, 'required').max(256);

export const sessionRequest = z.discriminatedUnion('grant', [
  z.strictObject({ grant: z.literal('sms'), phone, code: smsCode }),
  z.strictObject({ grant: z.literal('wechat'), code: platformCode }),
  z.strictObject({ grant: z.literal('alipay'), code: platformCode }),
  z.strictObject({
    grant: z.literal('password'),
    phone,
    password: z.string().min(1, 'required').max(limits.passwordMaxLength, 'tooLong'),
  }),
]);
export type SessionRequest = z.input<typeof sessionRequest>;

export const sessionAnswer = z.object({
  accessToken: z.string(),
  /** Absent for browsers: theirs is in an httpOnly cookie. */
  refreshToken: z.string().optional(),
  /** Seconds the access token lives. */
  expiresIn: z.number(),
  mustChangePassword: z.boolean(),
  kind: z.enum(['resident', 'staff']),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const refreshRequest = z.strictObject({ refreshToken: z.string().max(200).optional() });
export type RefreshRequest = z.input<typeof refreshRequest>;

export const passwordChange = z.strictObject({
  currentPassword: z.string().min(1, 'required').max(limits.passwordMaxLength, 'tooLong'),
  newPassword: password,
});
export type PasswordChange = z.input<typeof passwordChange>;
