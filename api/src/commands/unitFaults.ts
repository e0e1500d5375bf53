import { creditCodeChecks } from '@anxing/contract/creditCode';

import type { ProvinceConfig } from '../base/provinceConfig';
import { unprintable } from '../posters/unprintable';
import { knowsCategory, knowsDivision, type Faults } from './pointFaults';

interface UnitFields {
  name?: string | undefined;
  division?: string | undefined;
  category?: string | undefined;
  creditCode?: string | undefined;
  /** The operator has compared a code whose check character fails with its certificate. */
  creditCodeConfirmed?: boolean | undefined;
}

function creditCodeFault({ creditCode, creditCodeConfirmed }: UnitFields): Faults {
  return creditCode !== undefined && !creditCodeConfirmed && !creditCodeChecks(creditCode)
    ? { creditCode: 'creditCode.checksum' }
    : {};
}

/** What a schema cannot see of a unit. Its name stands on posters, so the poster font must have it. */
export function unitFaults(config: ProvinceConfig, fields: UnitFields): Faults {
  const { name, division, category } = fields;

  return {
    ...(name !== undefined && unprintable(name).length > 0 ? { name: 'glyphs' } : {}),
    ...(division !== undefined && !knowsDivision(config, division) ? { division: 'division' } : {}),
    ...(category !== undefined && !knowsCategory(config, category) ? { category: 'category' } : {}),
    ...creditCodeFault(fields),
  };
}
