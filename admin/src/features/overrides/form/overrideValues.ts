import type { IdType } from '@anxing/contract/identityDocuments';
import type { OverrideCreate } from '@anxing/contract/overrides';

export interface PersonValues {
  idType: IdType;
  idNumber?: string;
}

export interface UploadedFile {
  id: string;
  name: string;
}

export interface OverrideValues {
  people: PersonValues[];
  kind?: string;
  reason?: string;
  explanation?: string;
  evidence: { number?: string; files: UploadedFile[] };
  days?: number | null;
}

const usualDays = 14;

export const newPerson: PersonValues = { idType: 'resident' };

export const newOverride: OverrideValues = {
  people: [newPerson],
  evidence: { files: [] },
  days: usualDays,
};

/** What the API gets; the form has made sure that everything is there. */
export function inputOf({ people, evidence, ...values }: OverrideValues): OverrideCreate {
  return {
    people: people.map(({ idType, idNumber = '' }) => ({ idType, idNumber })),
    kind: values.kind ?? '',
    reason: values.reason ?? '',
    explanation: values.explanation?.trim() ?? '',
    evidence: {
      number: evidence.number?.trim() || undefined,
      files: evidence.files.map(({ id }) => id),
    },
    days: values.days ?? 0,
  };
}

/** Numbers that somebody pasted together, for example a column of a table. */
export function pastedNumbers(text: string): string[] {
  return text.split(/[\s,，;；]+/).filter((part) => part !== '');
}
