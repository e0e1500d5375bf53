import type { RuleChange } from '@anxing/contract/ruleVersions';
import { Form } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';

import { asApiError } from '../../../lib/api/apiError';
import { useFaults } from '../../../lib/forms/useFaults';
import { fieldOf, wrongRules } from './faultPaths';
import { ruleOf, type DraftValues } from './ruleValues';

interface FailedField {
  name: (string | number)[];
}

/** The form of a draft: what is open, what is wrong, and sending it. */
export function useDraft(submit: (input: RuleChange) => Promise<number>, onSaved: (version: number) => void) {
  const [form] = Form.useForm<DraftValues>();
  const faults = useFaults(form, fieldOf);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [isSaving, setSaving] = useState(false);

  /** A field in a closed rule could neither be seen nor get the focus. */
  function reveal(wrong: readonly { path: string }[]): void {
    flushSync(() => setOpen(new Set([...open, ...wrongRules(wrong)])));
  }

  async function send(): Promise<void> {
    const { comment = '', rules } = form.getFieldsValue(true) as DraftValues;
    faults.clear();
    setSaving(true);
    try {
      onSaved(await submit({ comment: comment.trim(), rules: rules.map(ruleOf) }));
    } catch (error) {
      reveal(asApiError(error).fields);
      faults.show(error);
      setSaving(false);
    }
  }

  function point(fields: readonly FailedField[]): void {
    reveal(fields.map(({ name }) => ({ path: name.join('.') })));
    const [first] = fields;
    if (first) {
      form.scrollToField(first.name as never, { focus: true, block: 'center' });
    }
  }

  return { form, fault: faults.fault, open, setOpen, isSaving, send, point };
}
