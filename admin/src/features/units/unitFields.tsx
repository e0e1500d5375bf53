import { limits } from '@anxing/contract/limits';
import { unitCreate } from '@anxing/contract/units';
import { Form, Input } from 'antd';

import { CategorySelect } from '../../components/categorySelect';
import { DivisionSelect } from '../../components/divisionSelect';
import { requiredRule } from '../../lib/forms/schemaRule';

const { name, division } = unitCreate.shape;

export function UnitNameField() {
  return (
    <Form.Item name="name" label="单位名称" rules={[requiredRule(name, '请填写单位名称')]}>
      <Input maxLength={limits.nameLength} autoComplete="off" />
    </Form.Item>
  );
}

/** Where the unit is and what kind of venue it runs. */
export function UnitPlaceFields() {
  return (
    <>
      <Form.Item name="category" label="场所类别" rules={[{ required: true, message: '请选择场所类别' }]}>
        <CategorySelect />
      </Form.Item>
      <Form.Item name="division" label="行政区划" rules={[requiredRule(division, '请选择行政区划')]}>
        <DivisionSelect />
      </Form.Item>
    </>
  );
}
