import { z } from 'zod';

import { idTypeKeys, type IdType } from '@anxing/contract/identityDocuments';

import type { NationalStatement } from './national';

/** Kinds of document as provinces number them in this exchange. */
export const documentCodes: Readonly<Record<IdType, string>> = {
  resident: '10',
  hkMacaoPermit: '14',
  taiwanPermit: '15',
  passport: '20',
  foreignResident: '34',
};

const colours: Readonly<Record<string, NationalStatement['colour']>> = {
  '00': 'green',
  '01': 'yellow',
  '10': 'red',
};

/** What went wrong with this one request; every other code is about our account or theirs. */
export const answerCodes = { done: '0', noSuchCode: '1001', noSuchPerson: '1002', busy: '9001' } as const;

export const envelopeSchema = z.object({ code: z.string(), data: z.unknown() });

const statement = {
  status: z.string(),
  region: z.string().regex(/^\d{6}$/),
  statusTime: z.number().int().nonnegative(),
};

export const statementSchema = z.object(statement);
export const holderSchema = z.object({
  ...statement,
  certType: z.string(),
  certNo: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
});

/** A status that is not known says nothing about the person. */
export function readStatement({
  status,
  region,
  statusTime,
}: z.infer<typeof statementSchema>): NationalStatement {
  return { colour: colours[status] ?? 'unknown', province: region, statedAt: statusTime };
}

export function idTypeOf(code: string): IdType | undefined {
  return idTypeKeys.find((key) => documentCodes[key] === code);
}
