import { z } from 'zod';

import { paperCard } from './cards';
import { relationKeys } from './familyRelations';
import { identityRequest } from './me';

/** Somebody without a phone, for whom a relative makes paper cards. */
export const familyRequest = identityRequest.extend({
  relation: z.enum(relationKeys),
  /** What is told is true, and the member agrees; for a child its guardian does. */
  pledged: z.literal(true, 'required'),
});
export type FamilyRequest = z.input<typeof familyRequest>;

/** It says who somebody is, and nothing of his health. */
export const familyMember = z.object({
  id: z.string(),
  relation: z.enum(relationKeys),
  /** Masked. */
  name: z.string(),
  idNumber: z.string(),
  /** ms: when the member was added. */
  since: z.number(),
  /** The card in force that the applicant made; not one of a counter. */
  card: paperCard.nullable(),
});
export type FamilyMember = z.infer<typeof familyMember>;

export const family = z.object({ items: z.array(familyMember) });
export type Family = z.infer<typeof family>;
