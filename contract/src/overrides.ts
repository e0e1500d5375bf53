import { z } from 'zod';

import { changeStates } from './changes';
import { line, paging } from './fields';
import { idTypeKeys } from './identityDocuments';
import { limits } from './limits';

export const overridePerson = z.strictObject({
  idType: z.enum(idTypeKeys).default('resident'),
  idNumber: z.string().trim().toUpperCase().min(1, 'required').max(20, 'tooLong'),
});

/**
 * For how many days a change by hand is in force, from the approval; null: what lifts a reason ends with the records
 * that were known when it was proposed. A colour that is set always has days.
 */
export const overrideDays = z.number().int().min(1, 'tooSmall').max(limits.overrideDays, 'tooBig').nullable();

/** Whether a kind gives a colour, and does not take a reason away. */
export function isSetting(kind: string): boolean {
  return kind.startsWith('set.');
}

/** A change of colour by hand. It is in force when a second person has approved it, never before. */
export const overrideCreate = z.strictObject({
  people: z.array(overridePerson).min(1, 'required').max(limits.overridePeople, 'tooLong'),
  /** One of the kinds of the source 'override', for example `lift.arrivals` or `set.orange`. */
  kind: z.string().min(1, 'required').max(40, 'tooLong'),
  /** One of the closed list. */
  reason: z.string().min(1, 'required').max(30, 'tooLong'),
  explanation: line(limits.reasonLength),
  evidence: z.strictObject({
    /** Number of a report or document. */
    number: line(60).optional(),
    files: z.array(z.uuid()).max(limits.evidenceFiles, 'tooLong').default([]),
  }),
  days: overrideDays,
});
export type OverrideCreate = z.input<typeof overrideCreate>;

export const overrideOptions = z.object({
  kinds: z.array(z.object({ id: z.string(), name: z.string() })),
  reasons: z.array(z.object({ id: z.string(), name: z.string(), kinds: z.array(z.string()) })),
  maxPeople: z.number().int(),
  maxDays: z.number().int(),
});
export type OverrideOptions = z.infer<typeof overrideOptions>;

export const override = z.object({
  id: z.string(),
  changeId: z.string(),
  kind: z.string(),
  kindName: z.string(),
  reason: z.string(),
  reasonName: z.string(),
  explanation: z.string(),
  evidenceNumber: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), mediaType: z.string() })),
  people: z.number().int(),
  /** Masked: at most the first twenty. */
  examples: z.array(z.object({ name: z.string().nullable(), idNumber: z.string() })),
  /** Null: it ends with the records that it lifts. */
  days: z.number().int().nullable(),
  state: z.enum(changeStates),
  proposedAt: z.number(),
  proposedBy: z.string(),
  decidedAt: z.number().nullable(),
  note: z.string().nullable(),
  /** ms when it ends; null before it is approved, and of one without an end of its own. */
  until: z.number().nullable(),
});
export type Override = z.infer<typeof override>;

export const overrideQuery = z.strictObject({ state: z.enum(changeStates).optional(), ...paging });
export type OverrideQuery = z.input<typeof overrideQuery>;
