import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  field: string;
  missing: string;
  children: ReactNode;
}

/** What a clerk has done before he sends: without the tick nothing goes. */
export function Pledge({ field, missing, children }: Props) {
  const isChecked = {
    validator: (_: unknown, value: unknown) =>
      value === true ? Promise.resolve() : Promise.reject(new Error(missing)),
  };

  return (
    <Form.Item name={field} valuePropName="checked" rules={[isChecked]}>
      <Checkbox>{children}</Checkbox>
    </Form.Item>
  );
}
