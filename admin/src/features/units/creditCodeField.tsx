import { creditCodeChecks, isCreditCodeForm } from '@anxing/contract/creditCode';
import { fieldError } from '@anxing/contract/fieldErrors';
import { creditCode } from '@anxing/contract/fields';
import { Alert, Checkbox, Form, Input } from 'antd';

import { requiredRule } from '../../lib/forms/schemaRule';

function normalised(text: unknown): string {
  return typeof text === 'string' ? text.trim().toUpperCase() : '';
}

/** Real codes are known whose check character is wrong (GB 32100): whoever has looked at the paper may say so. */
function isDoubtful(text: unknown): boolean {
  const code = normalised(text);

  return isCreditCodeForm(code) && !creditCodeChecks(code);
}

const mustConfirm = {
  validator: async (_rule: unknown, isConfirmed: unknown) => {
    if (isConfirmed !== true) {
      throw new Error('请核对后勾选');
    }
  },
};

export function CreditCodeField() {
  const typed: unknown = Form.useWatch('creditCode');

  return (
    <>
      <Form.Item
        name="creditCode"
        label="统一社会信用代码"
        normalize={normalised}
        validateTrigger="onBlur"
        rules={[requiredRule(creditCode, '请输入统一社会信用代码')]}
      >
        <Input maxLength={18} autoComplete="off" spellCheck={false} showCount />
      </Form.Item>
      {isDoubtful(typed) && (
        <Alert
          className="formFault"
          type="warning"
          showIcon
          title={fieldError('creditCode', 'creditCode.checksum').message}
          description={
            <Form.Item
              name="creditCodeConfirmed"
              valuePropName="checked"
              rules={[mustConfirm]}
              noStyle={false}
            >
              <Checkbox>已核对</Checkbox>
            </Form.Item>
          }
        />
      )}
    </>
  );
}
