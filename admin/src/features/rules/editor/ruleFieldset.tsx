import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Checkbox, Form, Input, Select } from 'antd';

import { AgeFields } from './ageFields';
import { ConditionFields } from './conditionFields';
import { editorRules, lengths } from './editorRules';
import { ExemptionFields } from './exemptionFields';
import { PartList } from './partList';
import { newCondition, newExemption } from './ruleValues';
import { TextFields } from './textFields';

interface Props {
  /** Place in the list of rules. */
  name: number;
  options: RuleOptions;
  /** It was there before: its name stays, since appeals and records go by it. */
  isKnown: boolean;
}

function HeadFields({ name, options, isKnown }: Props) {
  return (
    <div className="fieldRow">
      <Form.Item
        name={[name, 'id']}
        label="代号"
        rules={editorRules.id}
        extra={isKnown ? '已有规则的代号不能更改' : '小写字母开头的英文单词，以后不能更改'}
      >
        <Input maxLength={lengths.id} disabled={isKnown} autoComplete="off" spellCheck={false} lang="en" />
      </Form.Item>
      <Form.Item name={[name, 'colour']} label="颜色" rules={editorRules.colour}>
        <Select options={options.colours.map(({ name: value, label }) => ({ value, label }))} />
      </Form.Item>
    </div>
  );
}

/** Everything that a rule says, to be changed. */
export function RuleFieldset(props: Props) {
  const { name, options } = props;

  return (
    <>
      <Form.Item name={[name, 'enabled']} valuePropName="checked">
        <Checkbox>启用这条规则</Checkbox>
      </Form.Item>
      <HeadFields {...props} />
      <PartList
        rule={name}
        part="when"
        noun="条件"
        title="什么情况下（满足任一条件）"
        addLabel="添加条件"
        empty={newCondition}
        isRequired
        render={(inner, path) => <ConditionFields name={inner} path={path} options={options} />}
      />
      <h3>适用人员</h3>
      <AgeFields name={name} />
      <PartList
        rule={name}
        part="exemptions"
        noun="解除条件"
        title="什么情况下解除"
        addLabel="添加解除条件"
        empty={newExemption}
        render={(inner, path) => <ExemptionFields name={inner} path={path} options={options} />}
      />
      <TextFields name={name} />
    </>
  );
}
