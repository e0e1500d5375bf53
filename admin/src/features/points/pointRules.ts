import { fieldError } from '@anxing/contract/fieldErrors';
import { pointCreate } from '@anxing/contract/points';

import { schemaRule, type FieldRule } from '../../lib/forms/schemaRule';
import type { PointValues } from './pointValues';

type Read = (name: keyof PointValues) => unknown;

const { name, address, kind, category, division, capacity, warningLine } = pointCreate.shape;

export const pointRules = {
  name: [{ required: true, message: '请填写名称' }, schemaRule(name)],
  address: [{ required: true, message: '请填写地址' }, schemaRule(address)],
  kind: [schemaRule(kind)],
  category: [{ required: true, message: '请选择类别' }, schemaRule(category)],
  division: [{ required: true, message: '请选择行政区划' }, schemaRule(division)],
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
