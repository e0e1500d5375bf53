import { Form, Input } from 'antd';
import type { z } from 'zod';

import { requiredRule, schemaRule } from '../lib/forms/schemaRule';

interface Props {
  name: string;
  label: string;
  schema: z.ZodType;
  maxLength: number;
  /** What is said when it is empty; left out, it may be. */
  required?: string;
  placeholder?: string;
  extra?: string;
  /** Line breaks stay; otherwise they become spaces. */
  isParagraph?: boolean;
}

function inOneLine(text: unknown): unknown {
  return typeof text === 'string' ? text.replaceAll(/[\r\n]+/g, ' ') : text;
}

/** Some sentences of a form. */
export function NoteField(props: Props) {
  const { name, label, schema, maxLength, required, placeholder, extra, isParagraph = false } = props;

  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      validateTrigger="onBlur"
      {...(isParagraph ? {} : { normalize: inOneLine })}
      rules={[required ? requiredRule(schema, required) : schemaRule(schema)]}
    >
      <Input.TextArea
        maxLength={maxLength}
        showCount
        autoSize={{ minRows: isParagraph ? 4 : 2, maxRows: 12 }}
        placeholder={placeholder}
      />
    </Form.Item>
  );
}
