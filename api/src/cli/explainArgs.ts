import { parseArgs } from 'node:util';

import { moment } from '@anxing/contract/fields';
import { idTypeKeys, type IdType } from '@anxing/contract/identityDocuments';

/** Whom is asked about, and of when. */
export interface Asked {
  number: string;
  type: IdType;
  /** A day or a minute; left out: now. */
  at?: string;
}

function valuesIn(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        person: { type: 'string' },
        type: { type: 'string', default: 'resident' },
        at: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}

/** What stands behind `npm run explain --`. */
export function explainArgs(args: string[]): Asked | 'help' | 'wrong' {
  const values = valuesIn(args);
  if (values?.help) {
    return 'help';
  }
  const type = idTypeKeys.find((key) => key === values?.type);
  if (!values?.person || !type) {
    return 'wrong';
  }
  const { person: number, at } = values;
  if (at === undefined) {
    return { number, type };
  }

  return moment.safeParse(at).success ? { number, type, at } : 'wrong';
}
