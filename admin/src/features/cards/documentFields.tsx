import { documentInHand } from '@anxing/contract/cards';
import { limits } from '@anxing/contract/limits';
import { Form, Input } from 'antd';

import { requiredRule } from '../../lib/forms/schemaRule';

const { name, idNumber } = documentInHand;

/** Name and number, from the document in the clerk's hand. */
export function DocumentFields() {
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[requiredRule(name, '请填写姓名')]}>
        <Input maxLength={limits.nameLength} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label="居民身份证号码"
        rules={[requiredRule(idNumber, '请填写证件号码')]}
        extra="其他证件须由两名工作人员核验，本页不受理"
      >
        <Input maxLength={18} inputMode="text" />
      </Form.Item>
    </>
  );
}
