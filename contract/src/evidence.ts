import { z } from 'zod';

import { limits } from './limits';

export const evidenceTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Bytes of one picture or document. */
export const evidenceBytes = limits.evidenceBytes;

/** Bytes of the JSON around it: base64 is a third longer. */
export const evidenceBodyBytes = 2_100_000;

/** A picture or document, in base64: the mini-programs can send nothing else alike. */
export const evidenceUpload = z.strictObject({
  mediaType: z.enum(evidenceTypes),
  data: z
    .string()
    .min(1, 'required')
    .max(Math.ceil(evidenceBytes / 3) * 4, 'tooLong')
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'format'),
});
export type EvidenceUpload = z.input<typeof evidenceUpload>;

export const evidence = z.object({
  id: z.string(),
  mediaType: z.enum(evidenceTypes),
  bytes: z.number().int(),
});
export type Evidence = z.infer<typeof evidence>;
