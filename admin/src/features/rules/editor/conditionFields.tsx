import { limits } from '@anxing/contract/limits';
import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Form, InputNumber, Radio, Select } from 'antd';

import { editorRules } from './editorRules';
import { LastsInput } from './lastsInput';
import { SourceFields } from './sourceFields';

const types = [
  { value: 'fact', label: '有某类记录' },
  { value: 'region', label: '到过某等级的区域' },
];

interface Props {
  name: number;
  path: (string | number)[];
  options: RuleOptions;
}

function FactFields(props: Props) {
  return (
    <>
      <SourceFields {...props} />
      <div className="fieldRow">
        <Form.Item
          name={[props.name, 'minAgeDays']}
          label="发生几天后开始计算"
          rules={editorRules.minAgeDays}
          extra="0 为当天"
        >
          <InputNumber min={0} max={3650} precision={0} controls={false} suffix="天" />
        </Form.Item>
        <Form.Item name={[props.name, 'lasts']} label="计算到" rules={editorRules.lasts}>
          <LastsInput />
        </Form.Item>
      </div>
    </>
  );
}

function RegionFields({ name, options }: Props) {
  return (
    <div className="fieldRow">
      <Form.Item name={[name, 'regionLevels']} label="区域等级（任一）" rules={editorRules.regionLevels}>
        <Select
          mode="multiple"
          placeholder="请选择"
          options={options.regionLevels.map(({ id, name: label }) => ({ value: id, label }))}
        />
      </Form.Item>
      <Form.Item
        name={[name, 'days']}
        label="最近几天内到过"
        rules={editorRules.days}
        extra={`最后一次在那里之后的天数，最多 ${limits.regionDays}`}
      >
        <InputNumber min={0} max={limits.regionDays} precision={0} controls={false} suffix="天" />
      </Form.Item>
    </div>
  );
}

/** One of the conditions of a rule. */
export function ConditionFields(props: Props) {
  const { name, path } = props;
  const type: unknown = Form.useWatch([...path, 'type']);

  return (
    <>
      <Form.Item name={[name, 'type']} label="条件">
        <Radio.Group options={types} />
      </Form.Item>
      {type === 'region' ? <RegionFields {...props} /> : <FactFields {...props} />}
    </>
  );
}
