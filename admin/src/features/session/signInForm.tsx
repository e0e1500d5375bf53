import { phone } from '@anxing/contract/fields';
import { Button, Form, Input } from 'antd';

import { FormFault } from '../../components/formFault';
import { PasswordInput } from '../../components/passwordInput';
import { requiredRule } from '../../lib/forms/schemaRule';
import { useFaults } from '../../lib/forms/useFaults';
import { useSignIn } from './api/signIn';

interface Values {
  phone: string;
  password: string;
}

/** Phone and password. What is wrong of the two is never told. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form);
  const signIn = useSignIn();

  function submit(values: Values): void {
    faults.clear();
    signIn.mutate({ ...values, phone: values.phone.trim() }, { onSuccess: onSignedIn, onError: faults.show });
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} aria-label="登录">
      <Form.Item
        name="phone"
        label="手机号"
        validateTrigger="onBlur"
        rules={[requiredRule(phone, '请输入手机号')]}
      >
        <Input inputMode="tel" autoComplete="username" maxLength={20} size="large" autoFocus />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <PasswordInput autoComplete="current-password" size="large" />
      </Form.Item>
      <FormFault fault={faults.fault} />
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}
