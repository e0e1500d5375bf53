import { limits } from '@anxing/contract/limits';
import { staffCreate } from '@anxing/contract/units';
import { Form, Input, Select } from 'antd';

import { requiredRule } from '../../lib/forms/schemaRule';
import { RoleChoices } from './roleChoices';

const { name, phone, roles } = staffCreate.shape;

export interface PointOption {
  value: string;
  label: string;
}

export function PhoneField() {
  return (
    <Form.Item
      name="phone"
      label="手机号"
      validateTrigger="onBlur"
      rules={[requiredRule(phone, '请输入手机号')]}
      extra="用于登录"
    >
      <Input inputMode="tel" maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}

export function NameField() {
  return (
    <Form.Item name="name" label="姓名" validateTrigger="onBlur" rules={[requiredRule(name, '请输入姓名')]}>
      <Input maxLength={limits.nameLength} autoComplete="off" />
    </Form.Item>
  );
}

export function RoleFields({ points }: { points: PointOption[] }) {
  const chosen: unknown = Form.useWatch('roles');
  const isGuard = Array.isArray(chosen) && chosen.includes('guard');

  return (
    <>
      <Form.Item name="roles" label="角色" rules={[requiredRule(roles, '请选择角色')]}>
        <RoleChoices />
      </Form.Item>
      {isGuard && (
        <Form.Item name="pointIds" label="扫码员可到岗的服务点">
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="请选择"
            options={points}
            notFoundContent="没有可选的服务点"
          />
        </Form.Item>
      )}
    </>
  );
}
