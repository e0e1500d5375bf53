import { fieldError } from '@anxing/contract/fieldErrors';
import { pointCreate } from '@anxing/contract/points';

import { requiredRule, schemaRule, type FieldRule } from '../../lib/forms/schemaRule';
import type { PointValues } from './pointValues';

type Read = (name: keyof PointValues) => unknown;

const { name, address, kind, category, division, capacity, warningLine } = pointCreate.shape;

export const pointRules = {
  name: [requiredRule(name, '请填写名称')],
  address: [requiredRule(address, '请填写地址')],
  kind: [schemaRule(kind)],
  category: [requiredRule(category, '请选择类别')],
  division: [requiredRule(division, '请选择行政区划')],
  capacity: [schemaRule(capacity)],
} satisfies Record<string, FieldRule[]>;

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** A warning after the place is full comes too late. */
export function warningLineRules(read: Read): FieldRule[] {
  const belowCapacity: FieldRule = {
    validator: async (_rule, value: unknown) => {
      const most = read('capacity');
      if (isNumber(value) && isNumber(most) && value > most) {
        throw new Error(fieldError('warningLine', 'warningAboveCapacity').message);
      }
    },
  };

  return [schemaRule(warningLine), belowCapacity];
}

/** Both degrees or none. */
export function degreeRule(other: () => unknown): FieldRule {
  return {
    validator: async (_rule, value: unknown) => {
      if (!isNumber(value) && isNumber(other())) {
        throw new Error('经纬度须同时填写');
      }
    },
  };
}
