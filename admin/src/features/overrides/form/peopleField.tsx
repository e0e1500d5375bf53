import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { idTypes } from '@anxing/contract/identityDocuments';
import { Button, Form, Input, Select } from 'antd';
import type { ClipboardEvent } from 'react';

import { optionsOf } from '../../../lib/labels';
import { useZone } from '../../../lib/useZone';
import { newPerson, pastedNumbers, type OverrideValues } from './overrideValues';
import { numberRule } from './peopleRules';

interface RowProps {
  name: number;
  onRemove: (() => void) | undefined;
  onPaste: (event: ClipboardEvent) => void;
}

const types = optionsOf(idTypes);

function PersonRow({ name, onRemove, onPaste }: RowProps) {
  const form = Form.useFormInstance<OverrideValues>();
  const { today } = useZone();
  const readPeople = () => form.getFieldValue('people') as OverrideValues['people'];

  return (
    <div className="personRow" role="group" aria-label={`第 ${name + 1} 人`}>
      <Form.Item name={[name, 'idType']} label="证件类型">
        <Select options={types} popupMatchSelectWidth={false} />
      </Form.Item>
      <Form.Item
        name={[name, 'idNumber']}
        label="证件号码"
        validateTrigger="onBlur"
        dependencies={[['people', name, 'idType']]}
        rules={[numberRule(name, readPeople, today)]}
      >
        <Input maxLength={20} autoComplete="off" spellCheck={false} onPaste={onPaste} />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={`删除第 ${name + 1} 人`}
        disabled={!onRemove}
        onClick={onRemove}
      />
    </div>
  );
}

/** Whom the change is about, by document; several numbers can be pasted at once. */
export function PeopleField({ most }: { most: number }) {
  const form = Form.useFormInstance<OverrideValues>();

  function paste(event: ClipboardEvent, place: number): void {
    const numbers = pastedNumbers(event.clipboardData.getData('text'));
    if (numbers.length < 2) {
      return;
    }
    event.preventDefault();
    const people = form.getFieldValue('people') as OverrideValues['people'];
    const added = numbers.map((idNumber) => ({ ...newPerson, idNumber }));
    const next = [...people.slice(0, place), ...added, ...people.slice(place + 1)];
    form.setFieldValue('people', next.slice(0, most));
  }

  return (
    <Form.List name="people">
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="fieldGroup peopleField">
          <legend>{`人员（${fields.length} / ${most}）`}</legend>
          {fields.map(({ key, name }) => (
            <PersonRow
              key={key}
              name={name}
              onRemove={fields.length > 1 ? () => remove(name) : undefined}
              onPaste={(event) => paste(event, name)}
            />
          ))}
          <Form.ErrorList errors={errors} />
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= most}
            onClick={() => add(newPerson)}
          >
            添加人员
          </Button>
          <p className="soft">可以一次粘贴多个号码。证件号码是否已登记，这里和提交后都不会显示。</p>
        </fieldset>
      )}
    </Form.List>
  );
}
