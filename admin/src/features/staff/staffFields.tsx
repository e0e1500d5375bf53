import { staffCreate, staffRoleNames, unitRoles } from '@anxing/contract/units';
import { Checkbox, Form, Input, Select } from 'antd';

import { limits } from '@anxing/contract/limits';

import { schemaRule } from '../../lib/forms/schemaRule';

const { name, phone, roles } = staffCreate.shape;

/** The owner is named by the operator. */
const givenRoles = unitRoles.filter((role) => role !== 'owner');

const roleHints: Record<(typeof givenRoles)[number], string> = {
  manager: '服务点、张贴码、子账号、记录',
  clerk: '人员与健康上报',
  guard: '在指定服务点扫码查验',
  viewer: '查看记录和人流',
};

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
      rules={[schemaRule(phone)]}
      extra="用于登录"
    >
      <Input inputMode="tel" maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}

export function NameField() {
  return (
    <Form.Item name="name" label="姓名" validateTrigger="onBlur" rules={[schemaRule(name)]}>
      <Input maxLength={limits.nameLength} autoComplete="off" />
    </Form.Item>
  );
}

export function RoleFields({ points }: { points: PointOption[] }) {
  const chosen: unknown = Form.useWatch('roles');
  const isGuard = Array.isArray(chosen) && chosen.includes('guard');

  return (
    <>
      <Form.Item name="roles" label="角色" rules={[schemaRule(roles)]}>
        <Checkbox.Group className="roleChoices">
          {givenRoles.map((role) => (
            <Checkbox key={role} value={role}>
              {staffRoleNames[role]} <span className="soft">{roleHints[role]}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
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
