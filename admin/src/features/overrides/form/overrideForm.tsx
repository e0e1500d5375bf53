import { limits } from '@anxing/contract/limits';
import { isSetting, overrideCreate, type OverrideOptions } from '@anxing/contract/overrides';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';

import { FormFault } from '../../../components/formFault';
import { LastingFields } from '../../../components/lastingFields';
import { NoteField } from '../../../components/noteField';
import { UnsavedGuard } from '../../../components/unsavedGuard';
import type { OverridePath } from '../../../lib/api/overrideOptions';
import { useFaults } from '../../../lib/forms/useFaults';
import { useProposeOverride } from '../api/overrides';
import { EvidenceFields } from './evidenceFields';
import { inputOf, newOverride, type OverrideValues } from './overrideValues';
import { PeopleField } from './peopleField';
import { ReasonFields } from './reasonFields';

const { explanation } = overrideCreate.shape;

interface Props {
  path: OverridePath;
  options: OverrideOptions;
  onProposed: () => void;
  onCancel: () => void;
}

/** Proposes a change of colour for some people. */
export function OverrideForm({ path, options, onProposed, onCancel }: Props) {
  const [form] = Form.useForm<OverrideValues>();
  const faults = useFaults(form, (fault) => (fault === 'evidence' ? 'evidence.number' : fault));
  const propose = useProposeOverride(path);
  const [isDirty, setDirty] = useState(false);
  const kind = Form.useWatch('kind', form);

  async function send(values: OverrideValues): Promise<void> {
    faults.clear();
    try {
      await propose.mutateAsync(inputOf(values));
      onProposed();
    } catch (error) {
      faults.show(error);
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={newOverride}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => setDirty(true)}
      onFinish={(values: OverrideValues) => void send(values)}
      aria-label="提出人工变更"
    >
      <Alert
        className="formFault"
        type="info"
        showIcon
        title="须由平台上另一位已实名认证的工作人员审批后才生效。本人会收到通知，并看到理由。"
      />
      <ReasonFields options={options} />
      <PeopleField most={options.maxPeople} />
      <NoteField
        name="explanation"
        label="说明"
        schema={explanation}
        maxLength={limits.reasonLength}
        required="请说明情况"
        placeholder="例如：11 月 18 日、20 日两次核酸检测均为阴性"
      />
      <EvidenceFields />
      <LastingFields isLift={kind !== undefined && !isSetting(kind)} most={options.maxDays} />
      <FormFault fault={faults.fault} />
      <div className="formButtons">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          提交审批
        </Button>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </Form>
  );
}
