import type { IdType } from '@anxing/contract/identityDocuments';
import { isSetting, type OverrideCreate } from '@anxing/contract/overrides';

import { daysIn, usualDays, type Lasting } from '../../../components/lastingFields';

export interface PersonValues {
  idType: IdType;
  idNumber?: string;
}

export interface UploadedFile {
  id: string;
  name: string;
}

export interface OverrideValues extends Lasting {
  people: PersonValues[];
  kind?: string;
  reason?: string;
  explanation?: string;
  evidence: { number?: string; files: UploadedFile[] };
}

export const newPerson: PersonValues = { idType: 'resident' };

export const newOverride: OverrideValues = {
  people: [newPerson],
  evidence: { files: [] },
  ends: 'days',
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
    // A colour that is set never ends with a record, whatever was chosen before.
    days: isSetting(values.kind ?? '') ? (values.days ?? 0) : daysIn(values),
  };
}

/** Numbers that somebody pasted together, for example a column of a table. */
export function pastedNumbers(text: string): string[] {
  return text.split(/[\s,，;；]+/).filter((part) => part !== '');
}
