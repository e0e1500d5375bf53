import { Form, InputNumber } from 'antd';

import { ageRule } from './editorRules';

const years = { min: 0, max: 150, precision: 0, controls: false, suffix: '周岁' } as const;

/** Whom a rule is about; left empty, everybody. @param name place in the list of rules */
export function AgeFields({ name }: { name: number }) {
  const form = Form.useFormInstance();
  const readTo = () => form.getFieldValue(['rules', name, 'ages', 'to']) as unknown;

  return (
    <div className="fieldRow">
      <Form.Item
        name={[name, 'ages', 'from']}
        label="最小年龄（选填）"
        dependencies={[['rules', name, 'ages', 'to']]}
        rules={[ageRule(readTo)]}
      >
        <InputNumber {...years} />
      </Form.Item>
      <Form.Item
        name={[name, 'ages', 'to']}
        label="最大年龄（选填）"
        extra="都不填为所有人；年龄不明的人总是适用"
      >
        <InputNumber {...years} />
      </Form.Item>
    </div>
  );
}
