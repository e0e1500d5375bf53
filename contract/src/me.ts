import { z } from 'zod';

import { divisionCode, personName, phone, smsCode } from './fields';
import { idTypeKeys } from './identityDocuments';

/** L1 phone, L2 name and number checked, L3 matched by the identity provider, L4 face. 0 = none. */
export const identityLevel = z.number().int().min(0).max(4);

export const consentKinds = ['privacy', 'sensitive'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentRequest = z.strictObject({
  kind: z.enum(consentKinds),
  version: z.string().max(20),
});
export type ConsentRequest = z.input<typeof consentRequest>;

export const me = z.object({
  level: identityLevel,
  /** Masked, for example 138****0001; null before a phone is known. */
  phone: z.string().nullable(),
  /** Masked, null before identity. */
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  idType: z.enum(idTypeKeys).nullable(),
  hasCode: z.boolean(),
  /** The number was silent for long: prove the identity again before the person opens. */
  proofAgain: z.boolean(),
  consents: z.array(
    z.object({ kind: z.enum(consentKinds), version: z.string(), at: z.number(), current: z.boolean() }),
  ),
  unreadMessages: z.number().int(),
});
export type Me = z.infer<typeof me>;

/** L1 for those who came through WeChat or Alipay: by SMS, or by the platform's own phone button. */
export const phoneRequest = z.discriminatedUnion('grant', [
  z.strictObject({ grant: z.literal('sms'), phone, code: smsCode }),
  z.strictObject({ grant: z.literal('wechat'), code: z.string().min(1, 'required').max(256) }),
  z.strictObject({ grant: z.literal('alipay'), response: z.string().min(1, 'required').max(4096) }),
]);
export type PhoneRequest = z.input<typeof phoneRequest>;

/** L2 and L3. The number's checks depend on the kind of document: see `documentFault`. */
export const identityRequest = z.strictObject({
  idType: z.enum(idTypeKeys),
  name: personName,
  idNumber: z.string().trim().toUpperCase().min(1, 'required').max(20, 'tooLong'),
});
export type IdentityRequest = z.input<typeof identityRequest>;

/** What the client needs for the face check: a page to open, or the platform's own function with the ticket. */
export const faceTicket = z.object({ ticket: z.string(), url: z.string().nullable(), demo: z.boolean() });
export type FaceTicket = z.infer<typeof faceTicket>;

export const faceResult = z.strictObject({ ticket: z.string().min(1, 'required').max(200) });
export type FaceResult = z.input<typeof faceResult>;

/** Where somebody first claims, as far as it is known. Neither is needed. */
export const claimRequest = z.strictObject({
  /** Where the person says to be; it counts more than the poster. */
  division: divisionCode.optional(),
  /** The poster that led to the claim, as in `POST visits`: its county counts. One that is not in force says nothing. */
  poster: z.string().max(300, 'tooLong').optional(),
});
export type ClaimRequest = z.input<typeof claimRequest>;

export const reason = z.object({
  rule: z.string(),
  text: z.string(),
  advice: z.string(),
  sourceName: z.string(),
  /** YYYY-MM-DD of the event. */
  date: z.string(),
  /** ms, or null while the cause lasts. */
  until: z.number().nullable(),
});
export type Reason = z.infer<typeof reason>;

/** `colour` is a name of the open list in `GET config`, among them `unknown`. */
export const personalCode = z.object({
  qr: z.string(),
  number: z.string(),
  colour: z.string(),
  reasons: z.array(reason),
  /** ms: the oldest delivery among the feeds that a green code needs; null when one never delivered. */
  asOf: z.number().nullable(),
  expiresAt: z.number(),
  serverTime: z.number(),
  name: z.string(),
});
export type PersonalCode = z.infer<typeof personalCode>;

export const trailItem = z.object({
  id: z.string(),
  kind: z.enum(['visit', 'scan']),
  /** Checked by a gate, with nobody of the staff there. */
  byDevice: z.boolean(),
  direction: z.enum(['in', 'out']),
  at: z.number(),
  place: z.object({ name: z.string(), address: z.string() }),
  colour: z.string(),
  decision: z.enum(['allow', 'stop', 'ask']),
  /** °C and why, as told at a check. */
  temperature: z.number().nullable(),
  reason: z.string().nullable(),
  /** Still inside: this visit can be left. */
  open: z.boolean(),
});
export type TrailItem = z.infer<typeof trailItem>;

export const accessItem = z.object({
  id: z.string(),
  at: z.number(),
  /** The unit that looked, or 系统. */
  who: z.string(),
  purpose: z.string(),
});
export type AccessItem = z.infer<typeof accessItem>;

export const messageItem = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  at: z.number(),
  read: z.boolean(),
});
export type MessageItem = z.infer<typeof messageItem>;

export const unreadMessages = z.object({ count: z.number().int() });
