import { fieldError } from '@anxing/contract/fieldErrors';
import { pointCreate } from '@anxing/contract/points';

import { schemaRule, type FieldRule } from './schemaRule';

const { capacity, warningLine } = pointCreate.shape;

export const capacityRules: FieldRule[] = [schemaRule(capacity)];

/** A warning after the place is full comes too late. @param readCapacity what stands in the form */
export function warningLineRules(readCapacity: () => unknown): FieldRule[] {
  const belowCapacity: FieldRule = {
    validator: async (_rule, value: unknown) => {
      const most = readCapacity();
      if (typeof value === 'number' && typeof most === 'number' && value > most) {
        throw new Error(fieldError('warningLine', 'warningAboveCapacity').message);
      }
    },
  };

  return [schemaRule(warningLine), belowCapacity];
}
