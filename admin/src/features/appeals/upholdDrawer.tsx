import { appealUphold, type AppealUphold, type OperatorAppeal } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';
import type { OverrideOptions } from '@anxing/contract/overrides';
import { Alert, App, Checkbox, Form, Input, InputNumber, Select } from 'antd';

import { FormDrawer } from '../../components/formDrawer';
import { NoteField } from '../../components/noteField';
import { useOverrideOptions } from '../../lib/api/overrideOptions';
import { requiredRule, schemaRule } from '../../lib/forms/schemaRule';
import { useAnswerAppeal } from './api/answerAppeal';

const { answer, reason, evidenceNumber, days } = appealUphold.shape;
const usualDays = 14;

interface Values {
  rules?: string[];
  answer?: string;
  reason?: string;
  evidenceNumber?: string;
  days?: number | null;
}

/** Each contested rule once. */
function contestedOf({ reasons }: OperatorAppeal) {
  const byRule = new Map(reasons.map(({ rule, text }) => [rule, text]));

  return [...byRule].map(([value, label]) => ({ value, label }));
}

/** Reasons that fit everything that is chosen, as far as the rules' names tell; the API knows what lifts the others. */
function reasonsFor({ reasons, kinds }: OverrideOptions, rules: readonly string[]) {
  const lifts = rules.map((rule) => `lift.${rule}`).filter((lift) => kinds.some(({ id }) => id === lift));

  return reasons
    .filter((one) => lifts.every((lift) => one.kinds.includes(lift)))
    .map(({ id, name }) => ({ value: id, label: name }));
}

interface ReasonProps {
  appeal: OperatorAppeal;
  options: OverrideOptions | undefined;
}

/** Several reasons without anything in common are found for one by one: the others stand, as the answer tells. */
function ReasonFields({ appeal, options }: ReasonProps) {
  const contested = contestedOf(appeal);
  const all = contested.map(({ value }) => value);
  const chosen = Form.useWatch<string[] | undefined>('rules') ?? all;

  return (
    <>
      {contested.length > 1 && (
        <Form.Item
          name="rules"
          label="成立的原因"
          initialValue={all}
          rules={[{ required: true, message: '请选择成立的原因' }]}
          extra="未选的原因不解除，请在答复中说明；申诉人可再次提出"
        >
          <Checkbox.Group className="stackedRadios" options={contested} />
        </Form.Item>
      )}
      <Form.Item name="reason" label="认定的理由" rules={[requiredRule(reason, '请选择理由')]}>
        <Select
          placeholder="请选择"
          loading={!options}
          notFoundContent="没有适用于全部所选原因的理由，请分别认定"
          options={options ? reasonsFor(options, chosen) : []}
        />
      </Form.Item>
    </>
  );
}

function inputOf(values: Values): AppealUphold {
  return {
    answer: values.answer ?? '',
    reason: values.reason ?? '',
    rules: values.rules,
    evidenceNumber: values.evidenceNumber?.trim() || undefined,
    days: values.days ?? 0,
  };
}

/** Finds for the person: a second staff member has to agree before the colour changes. */
export function UpholdDrawer({ appeal, onClose }: { appeal: OperatorAppeal; onClose: () => void }) {
  const { message } = App.useApp();
  const uphold = useAnswerAppeal(appeal.id, 'uphold');
  const { data: options } = useOverrideOptions('operator/overrides');

  async function submit(values: Values): Promise<void> {
    await uphold.mutateAsync(inputOf(values));
    void message.success('已交复核，等待另一位工作人员审批');
  }

  return (
    <FormDrawer<Values>
      title="申诉成立"
      initial={{ days: usualDays }}
      submitLabel="交复核"
      isSaving={uphold.isPending}
      submit={submit}
      onClose={onClose}
    >
      <Alert
        className="formFault"
        type="info"
        showIcon
        title="须由另一位工作人员审批后，才会解除相应的原因并答复申诉人。"
      />
      <ReasonFields appeal={appeal} options={options} />
      <NoteField
        name="answer"
        label="答复"
        schema={answer}
        maxLength={limits.appealLength}
        required="请写明核查的情况"
        extra="审批的人和申诉人都会读到"
        isParagraph
      />
      <Form.Item
        name="evidenceNumber"
        label="证明编号（选填）"
        rules={[schemaRule(evidenceNumber)]}
        extra="例如检测报告的编号；申诉人没有上传材料时必填"
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="days"
        label="有效天数"
        rules={[requiredRule(days, '请填写天数')]}
        extra={`自批准起计算，最多 ${limits.overrideDays} 天`}
      >
        <InputNumber min={1} max={limits.overrideDays} precision={0} controls={false} suffix="天" />
      </Form.Item>
    </FormDrawer>
  );
}
