import { limits } from '@anxing/contract/limits';
import type { RiskRule } from '@anxing/contract/riskRules';
import { ruleDraft, type RuleChange, type RuleOptions } from '@anxing/contract/ruleVersions';
import { Button, Form } from 'antd';
import { useState } from 'react';

import { FormFault } from '../../../components/formFault';
import { NoteField } from '../../../components/noteField';
import { UnsavedGuard } from '../../../components/unsavedGuard';
import { RuleListField } from './ruleListField';
import { valuesOf } from './ruleValues';
import { useDraft } from './useDraft';

interface Props {
  /** What the draft begins with. */
  rules: readonly RiskRule[];
  comment: string;
  options: RuleOptions;
  /** @returns the number of the version that holds it now */
  submit: (input: RuleChange) => Promise<number>;
  onSaved: (version: number) => void;
  onCancel: () => void;
}

/** A draft of the rules, all of it in fields. */
export function DraftForm({ rules, comment, options, submit, onSaved, onCancel }: Props) {
  const { form, fault, open, setOpen, isSaving, send, point } = useDraft(submit, onSaved);
  const [isDirty, setDirty] = useState(false);
  const [known] = useState(() => new Set(rules.map(({ id }) => id)));

  return (
    <Form
      form={form}
      layout="vertical"
      className="draftForm"
      initialValues={{ comment, rules: rules.map(valuesOf) }}
      onValuesChange={() => setDirty(true)}
      onFinish={() => void send()}
      onFinishFailed={({ errorFields }) => point(errorFields)}
      aria-label="规则草稿"
    >
      <section className="panel">
        <NoteField
          name="comment"
          label="修改说明"
          schema={ruleDraft.shape.comment}
          maxLength={limits.reasonLength}
          required="请写明这次修改了什么、为什么"
          extra="审批的人会看到"
        />
      </section>
      <RuleListField
        options={options}
        known={known}
        open={open}
        onOpen={setOpen}
        onTouched={() => setDirty(true)}
      />
      <div className="stickyButtons">
        <FormFault fault={fault} />
        <div className="formButtons">
          <Button onClick={onCancel}>取消</Button>
          <Button type="primary" htmlType="submit" loading={isSaving}>
            保存草稿
          </Button>
        </div>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </Form>
  );
}
