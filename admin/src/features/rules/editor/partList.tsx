import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  /** Place of the rule in the list of rules. */
  rule: number;
  part: 'when' | 'exemptions';
  /** What one of them is called. */
  noun: string;
  title: string;
  addLabel: string;
  empty: object;
  /** At least one is needed. */
  isRequired?: boolean;
  render: (name: number, path: (string | number)[]) => ReactNode;
}

const atLeastOne = {
  validator: async (_rule: unknown, parts: unknown) => {
    if (!Array.isArray(parts) || parts.length === 0) {
      throw new Error('至少须有一个条件');
    }
  },
};

/** The conditions of a rule, or what lifts it. */
export function PartList(props: Props) {
  const { rule, part, noun, title, addLabel, empty, isRequired = false, render } = props;

  return (
    <Form.List name={[rule, part]} rules={isRequired ? [atLeastOne] : []}>
      {(fields, { add, remove }, { errors }) => (
        <div className="partList">
          <h3>{title}</h3>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="fieldGroup">
              <legend>{`${noun} ${index + 1}`}</legend>
              <Button
                className="partRemove"
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`删除${noun} ${index + 1}`}
                onClick={() => remove(name)}
              />
              {render(name, ['rules', rule, part, name])}
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ ...empty })}>
            {addLabel}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
