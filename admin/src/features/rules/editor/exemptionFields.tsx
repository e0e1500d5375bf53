import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Checkbox, Form, InputNumber } from 'antd';

import { editorRules } from './editorRules';
import { SourceFields } from './sourceFields';

interface Props {
  name: number;
  path: (string | number)[];
  options: RuleOptions;
}

const days = { min: 0, max: 3650, precision: 0, controls: false, suffix: '天' } as const;

/** One of the things that lift a rule again. */
export function ExemptionFields(props: Props) {
  const { name } = props;

  return (
    <>
      <SourceFields {...props} />
      <div className="fieldRow">
        <Form.Item
          name={[name, 'daysAfter']}
          label="至少在事件发生几天后"
          rules={editorRules.daysAfter}
          extra="更早的不算，0 为当天起；同一天都有时刻的，不早于事件的才算"
        >
          <InputNumber {...days} />
        </Form.Item>
        <Form.Item
          name={[name, 'maxAgeDays']}
          label="解除至其发生后第几天（选填）"
          rules={editorRules.maxAgeDays}
          extra="不填为在其有效期间"
        >
          <InputNumber {...days} />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'onlyIfKnown']} valuePropName="checked">
        <Checkbox>只解除此前已有的记录，之后新来的记录不解除</Checkbox>
      </Form.Item>
    </>
  );
}
