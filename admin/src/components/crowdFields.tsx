import { limits } from '@anxing/contract/limits';
import { Form, InputNumber } from 'antd';

import { capacityRules, warningLineRules } from '../lib/forms/crowdRules';

const number = { min: 1, max: limits.capacityMax, precision: 0, suffix: '人', controls: false };

/** How many people a place holds, and from how many on somebody should look. */
export function CrowdFields() {
  const form = Form.useFormInstance();

  return (
    <div className="fieldRow">
      <Form.Item name="capacity" label="人流上限（选填）" rules={capacityRules}>
        <InputNumber {...number} />
      </Form.Item>
      <Form.Item
        name="warningLine"
        label="预警线（选填）"
        dependencies={['capacity']}
        rules={warningLineRules(() => form.getFieldValue('capacity') as unknown)}
        extra="在场人数达到预警线时提醒"
      >
        <InputNumber {...number} />
      </Form.Item>
    </div>
  );
}
