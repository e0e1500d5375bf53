import { ageFault, type Relation } from '@anxing/contract/familyRelations';
import { fieldTexts } from '@anxing/contract/fieldTexts';
import { documentFault } from '@anxing/contract/identityDocuments';

import { now } from '../../lib/clock';
import { dayText } from '../../lib/format';
import { texts } from './texts';

/** What is typed and ticked; the number as it is sent. */
export interface Draft {
  relation: Relation | undefined;
  name: string;
  idNumber: string;
  isPledged: boolean;
}

export type Faults = Partial<Record<keyof Draft, string>>;

function numberFault({ relation, idNumber }: Draft): string | undefined {
  const today = dayText(now());
  const fault = documentFault('resident', idNumber, today);

  return fault ?? (relation && ageFault(relation, idNumber, today));
}

/** What is missing or wrong, by field; an empty object when all is well. */
export function memberFaults(draft: Draft): Faults {
  const fault = numberFault(draft);

  return {
    ...(draft.relation ? {} : { relation: texts.relationFault }),
    ...(draft.name ? {} : { name: texts.nameFault }),
    ...(fault ? { idNumber: fieldTexts[fault]?.[0] ?? fault } : {}),
    ...(draft.isPledged ? {} : { isPledged: texts.pledgeFault }),
  };
}
