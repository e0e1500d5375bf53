import { z } from 'zod';

import { divisionCode, personName } from './fields';
import { idTypeKeys } from './identityDocuments';

/** A printed code of somebody without a phone. It says who he is to staff on duty, and opens nothing. */
export const paperCard = z.object({
  id: z.string(),
  issuedAt: z.number(),
  /** The counter that printed it; null: made with a phone, by the person himself or a relative. */
  printedBy: z.string().nullable(),
});
export type PaperCard = z.infer<typeof paperCard>;

/** The card in force; there is one at most. */
export const ownCard = z.object({ card: paperCard.nullable() });
export type OwnCard = z.infer<typeof ownCard>;

/** What a clerk at a counter takes from the document in his hand. */
export const documentInHand = {
  idType: z.enum(idTypeKeys),
  name: personName,
  idNumber: z.string().trim().toUpperCase().min(1, 'required').max(20, 'tooLong'),
};

/** At a counter: the clerk has the document in hand, and has compared its picture with who stands there. */
export const counterCardRequest = z.strictObject({
  ...documentInHand,
  /** Where the person lives, when he had no code before. */
  division: divisionCode.optional(),
  /** The person was told what the card is, and agrees. */
  consented: z.literal(true, 'required'),
  /** Document and face were compared. */
  compared: z.literal(true, 'required'),
});
export type CounterCardRequest = z.input<typeof counterCardRequest>;

export const counterCard = z.object({
  card: paperCard,
  person: z.object({ name: z.string(), idNumber: z.string() }),
});
export type CounterCard = z.infer<typeof counterCard>;
