import { overrideCreate, type OverrideOptions } from '@anxing/contract/overrides';
import { Form, Select } from 'antd';

import { requiredRule } from '../../../lib/forms/schemaRule';
import type { OverrideValues } from './overrideValues';

const { kind, reason } = overrideCreate.shape;

/** What is changed, and why: a kind has its own reasons. */
export function ReasonFields({ options }: { options: OverrideOptions }) {
  const form = Form.useFormInstance<OverrideValues>();
  const chosen = Form.useWatch('kind', form);
  const reasons = options.reasons.filter(({ kinds }) => chosen !== undefined && kinds.includes(chosen));

  return (
    <div className="fieldRow">
      <Form.Item name="kind" label="变更" rules={[requiredRule(kind, '请选择变更')]}>
        <Select
          placeholder="请选择"
          options={options.kinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue('reason', undefined)}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[requiredRule(reason, '请选择理由')]}>
        <Select
          placeholder={chosen ? '请选择' : '先选择变更'}
          options={reasons.map(({ id, name }) => ({ value: id, label: name }))}
          notFoundContent="先选择变更"
        />
      </Form.Item>
    </div>
  );
}
