import { z } from 'zod';

import { evidenceUpload } from './evidence';

export const idCardTypes = ['image/jpeg', 'image/png'] as const;

/** A picture of a resident identity card's front, in base64. Nothing of it is kept. */
export const idCardUpload = evidenceUpload.extend({ mediaType: z.enum(idCardTypes) });
export type IdCardUpload = z.input<typeof idCardUpload>;

/** What was read, for the guard to compare with the card: never the whole number. */
export const idCardRead = z.object({
  /** Masked. */
  number: z.string(),
  birthYear: z.number().int(),
  /** Under this age a check needs `idCardReason`. */
  needsReason: z.boolean(),
  /** The `object` of the check, once the guard has confirmed; his alone. */
  object: z.string(),
  /** ms */
  expiresAt: z.number(),
});
export type IdCardRead = z.infer<typeof idCardRead>;
