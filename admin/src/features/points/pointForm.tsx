import { limits } from '@anxing/contract/limits';
import { pointKindNames, type Point } from '@anxing/contract/points';
import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';

import { CategorySelect } from '../../components/categorySelect';
import { CrowdFields } from '../../components/crowdFields';
import { DivisionSelect } from '../../components/divisionSelect';
import { FormFault } from '../../components/formFault';
import { UnsavedGuard } from '../../components/unsavedGuard';
import { useFaults } from '../../lib/forms/useFaults';
import { optionsOf } from '../../lib/labels';
import { useOwnUnit } from '../../lib/ownUnit';
import { LocationFields } from './locationFields';
import { pointRules } from './pointRules';
import type { PointValues } from './pointValues';
import { VehicleFields } from './vehicleFields';

interface Props {
  initial: PointValues;
  /** How the point above is chosen, or told. */
  parentField: ReactNode;
  submitLabel: string;
  isSaving: boolean;
  submit: (values: PointValues) => Promise<Point>;
  onSaved: (point: Point) => void;
  onCancel: () => void;
}

/** A service point, new or changed. */
export function PointForm({ initial, parentField, submitLabel, isSaving, submit, onSaved, onCancel }: Props) {
  const [form] = Form.useForm<PointValues>();
  const { unit } = useOwnUnit();
  const faults = useFaults(form);
  const [isDirty, setDirty] = useState(false);

  async function send(values: PointValues): Promise<void> {
    faults.clear();
    try {
      onSaved(await submit(values));
    } catch (error) {
      faults.show(error);
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => setDirty(true)}
      onFinish={(values: PointValues) => void send(values)}
      aria-label={submitLabel}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={pointRules.name}
        extra="会印在张贴码上，请使用访客认得的名称"
      >
        <Input maxLength={limits.nameLength} />
      </Form.Item>
      <Form.Item name="address" label="地址" rules={pointRules.address}>
        <Input maxLength={limits.addressLength} />
      </Form.Item>
      <div className="fieldRow">
        <Form.Item name="kind" label="类型" rules={pointRules.kind}>
          <Select options={optionsOf(pointKindNames)} />
        </Form.Item>
        <Form.Item name="category" label="场所类别" rules={pointRules.category}>
          <CategorySelect />
        </Form.Item>
      </div>
      <VehicleFields />
      <Form.Item name="division" label="行政区划" rules={pointRules.division}>
        <DivisionSelect within={unit.division} />
      </Form.Item>
      {parentField}
      <CrowdFields />
      <LocationFields onLocated={() => setDirty(true)} />
      <FormFault fault={faults.fault} />
      <div className="formButtons">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {submitLabel}
        </Button>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </Form>
  );
}
