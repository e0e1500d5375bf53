import { password } from '@anxing/contract/fields';
import { Button, Form } from 'antd';

import { FormFault } from '../../components/formFault';
import { PasswordInput } from '../../components/passwordInput';
import { requiredRule, type FieldRule } from '../../lib/forms/schemaRule';
import { useFaults } from '../../lib/forms/useFaults';
import { useChangePassword } from './api/changePassword';
import { PasswordRules } from './passwordRules';

interface Values {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

const sameAsNew: (get: (name: keyof Values) => unknown) => FieldRule = (get) => ({
  validator: async (_rule, value: unknown) => {
    if (value && value !== get('newPassword')) {
      throw new Error('两次输入的新密码不一致');
    }
  },
});

interface Props {
  /** How the password is called that somebody has now. */
  currentLabel: string;
  onChanged: () => void;
}

export function PasswordForm({ currentLabel, onChanged }: Props) {
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form);
  const change = useChangePassword();
  const typed = Form.useWatch('newPassword', form) ?? '';
  const current = Form.useWatch('currentPassword', form) ?? '';

  function submit({ currentPassword, newPassword }: Values): void {
    faults.clear();
    change.mutate({ currentPassword, newPassword }, { onSuccess: onChanged, onError: faults.show });
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} aria-label="修改密码">
      <Form.Item
        name="currentPassword"
        label={currentLabel}
        rules={[{ required: true, message: `请输入${currentLabel}` }]}
      >
        <PasswordInput autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        validateTrigger="onBlur"
        rules={[requiredRule(password, '请输入新密码')]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <PasswordRules password={typed} current={current} />
      <Form.Item
        name="repeated"
        label="再次输入新密码"
        dependencies={['newPassword']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: '请再次输入新密码' },
          ({ getFieldValue }) => sameAsNew(getFieldValue),
        ]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <FormFault fault={faults.fault} />
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        保存新密码
      </Button>
    </Form>
  );
}
