import { fieldError } from '@anxing/contract/fieldErrors';
import { limits } from '@anxing/contract/limits';
import { overrideCreate } from '@anxing/contract/overrides';
import { Form, Input } from 'antd';

import { schemaRule, type FieldRule } from '../../../lib/forms/schemaRule';
import { EvidenceInput } from './evidenceInput';
import type { OverrideValues } from './overrideValues';

const { number } = overrideCreate.shape.evidence.shape;

/** The number of a document, or pictures of one: without any there is nothing to decide upon. */
export function EvidenceFields() {
  const form = Form.useFormInstance<OverrideValues>();
  const oneOfBoth: FieldRule = {
    validator: async (_rule, typed: unknown) => {
      const files = form.getFieldValue(['evidence', 'files']) as OverrideValues['evidence']['files'];
      if (files.length === 0 && (typeof typed !== 'string' || typed.trim() === '')) {
        throw new Error(fieldError('number', 'evidenceNeeded').message);
      }
    },
  };

  return (
    <fieldset className="fieldGroup">
      <legend>证明（编号和材料至少一项）</legend>
      <Form.Item
        name={['evidence', 'number']}
        label="证明编号"
        dependencies={[['evidence', 'files']]}
        rules={[schemaRule(number), oneOfBoth]}
        extra="例如检测报告或文件的编号"
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['evidence', 'files']}
        extra={`JPG、PNG 图片或 PDF 文件，最多 ${limits.evidenceFiles} 份；较大的照片会自动缩小`}
      >
        <EvidenceInput />
      </Form.Item>
    </fieldset>
  );
}
