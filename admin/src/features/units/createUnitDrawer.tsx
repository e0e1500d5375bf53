import { limits } from '@anxing/contract/limits';
import { unitCreate, unitKindNames, type InitialPassword } from '@anxing/contract/units';
import { Form, Input, Select } from 'antd';

import { FormDrawer } from '../../components/formDrawer';
import { requiredRule } from '../../lib/forms/schemaRule';
import { optionsOf } from '../../lib/labels';
import { useCreateUnit } from './api/changeUnits';
import { CreditCodeField } from './creditCodeField';
import { UnitNameField, UnitPlaceFields } from './unitFields';
import { createInput, type UnitValues } from './unitInput';

const { name, phone } = unitCreate.shape.owner.shape;
const kinds = optionsOf(unitKindNames).filter(({ value }) => value !== 'operator');
const newUnit: UnitValues = {};

function OwnerFields() {
  return (
    <fieldset className="fieldGroup">
      <legend>单位负责人</legend>
      <Form.Item
        name={['owner', 'name']}
        label="姓名"
        validateTrigger="onBlur"
        rules={[requiredRule(name, '请输入姓名')]}
      >
        <Input maxLength={limits.nameLength} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['owner', 'phone']}
        label="手机号"
        validateTrigger="onBlur"
        rules={[requiredRule(phone, '请输入手机号')]}
        extra="用于登录"
      >
        <Input inputMode="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
    </fieldset>
  );
}

interface Props {
  onCreated: (activation: InitialPassword) => void;
  onClose: () => void;
}

/** Opens a unit and the account of whoever runs it. */
export function CreateUnitDrawer({ onCreated, onClose }: Props) {
  const create = useCreateUnit();

  return (
    <FormDrawer
      title="开通单位"
      initial={newUnit}
      submitLabel="开通"
      isSaving={create.isPending}
      submit={async (values) => onCreated((await create.mutateAsync(createInput(values))).activation)}
      onClose={onClose}
    >
      <UnitNameField />
      <Form.Item name="kind" label="单位类型" rules={[{ required: true, message: '请选择单位类型' }]}>
        <Select options={kinds} placeholder="请选择" />
      </Form.Item>
      <CreditCodeField />
      <UnitPlaceFields />
      <OwnerFields />
    </FormDrawer>
  );
}
