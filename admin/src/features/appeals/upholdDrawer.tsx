import { appealUphold, type AppealUphold, type OperatorAppeal } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';
import type { OverrideOptions } from '@anxing/contract/overrides';
import { Alert, App, Checkbox, Form, Input, Select } from 'antd';

import { FormDrawer } from '../../components/formDrawer';
import { daysIn, LastingFields, usualDays, type Lasting } from '../../components/lastingFields';
import { NoteField } from '../../components/noteField';
import { useOverrideOptions } from '../../lib/api/overrideOptions';
import { requiredRule, schemaRule } from '../../lib/forms/schemaRule';
import { useAnswerAppeal } from './api/answerAppeal';
import { BackWarning } from './backWarning';

const { answer, reason, evidenceNumber } = appealUphold.shape;

interface Values extends Lasting {
  rules?: string[];
  answer?: string;
  reason?: string;
  evidenceNumber?: string;
}

function kindsOf({ lifts }: OperatorAppeal, rule: string): string[] {
  return lifts.find((one) => one.rule === rule)?.kinds ?? [];
}

/** Each contested rule once; one that nothing lifts cannot be chosen. */
function contestedOf(appeal: OperatorAppeal) {
  const byRule = new Map(appeal.reasons.map(({ rule, text }) => [rule, text]));

  return [...byRule].map(([value, text]) => {
    const disabled = kindsOf(appeal, value).length === 0;

    return { value, disabled, label: disabled ? `${text}（规则未设人工解除方式，不能认定成立）` : text };
  });
}

/** Reasons that fit everything that is chosen. */
function reasonsFor({ reasons }: OverrideOptions, appeal: OperatorAppeal, rules: readonly string[]) {
  const lifts = rules.map((rule) => kindsOf(appeal, rule));

  return reasons
    .filter((one) => lifts.every((kinds) => kinds.some((kind) => one.kinds.includes(kind))))
    .map(({ id, name }) => ({ value: id, label: name }));
}

const noLift = '该原因没有人工解除方式，申诉不能成立：请先修订规则';
const nothingInCommon = '没有适用于全部所选原因的理由，请分别认定';

interface ReasonProps {
  appeal: OperatorAppeal;
  options: OverrideOptions | undefined;
}

/** Several reasons without anything in common are found for one by one: the others stand, as the answer tells. */
function ReasonFields({ appeal, options }: ReasonProps) {
  const contested = contestedOf(appeal);
  const all = contested.filter(({ disabled }) => !disabled).map(({ value }) => value);
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
          notFoundContent={all.length === 0 ? noLift : nothingInCommon}
          options={options && all.length > 0 ? reasonsFor(options, appeal, chosen) : []}
        />
      </Form.Item>
    </>
  );
}

function ChosenWarning({ appeal }: { appeal: OperatorAppeal }) {
  const chosen = Form.useWatch<string[] | undefined>('rules') ?? appeal.reasons.map(({ rule }) => rule);

  return <BackWarning appeal={appeal} chosen={chosen} />;
}

function inputOf(values: Values): AppealUphold {
  return {
    answer: values.answer ?? '',
    reason: values.reason ?? '',
    rules: values.rules,
    evidenceNumber: values.evidenceNumber?.trim() || undefined,
    days: daysIn(values),
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
      initial={{ ends: 'records', days: usualDays }}
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
      <LastingFields isLift />
      <ChosenWarning appeal={appeal} />
    </FormDrawer>
  );
}
