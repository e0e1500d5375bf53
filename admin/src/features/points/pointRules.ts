import { pointCreate } from '@anxing/contract/points';

import { requiredRule, schemaRule, type FieldRule } from '../../lib/forms/schemaRule';

const { name, address, kind, category, division, line, plate } = pointCreate.shape;

export const pointRules = {
  name: [requiredRule(name, '请填写名称')],
  address: [requiredRule(address, '请填写地址')],
  kind: [schemaRule(kind)],
  category: [requiredRule(category, '请选择类别')],
  division: [requiredRule(division, '请选择行政区划')],
  line: [schemaRule(line)],
  plate: [schemaRule(plate)],
} satisfies Record<string, FieldRule[]>;

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
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
