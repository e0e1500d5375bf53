import { Button, Drawer, Form } from 'antd';
import { useState, type ReactNode } from 'react';

import { useFaults } from '../lib/forms/useFaults';
import { FormFault } from './formFault';
import { UnsavedGuard } from './unsavedGuard';

interface Props<T> {
  title: string;
  initial: T;
  submitLabel: string;
  isSaving: boolean;
  submit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side. It closes when the API has accepted what was entered. */
export function FormDrawer<T extends object>(props: Props<T>) {
  const { title, initial, submitLabel, isSaving, submit, onClose, children } = props;
  const [form] = Form.useForm<T>();
  const faults = useFaults(form);
  const [isDirty, setDirty] = useState(false);

  async function send(values: T): Promise<void> {
    faults.clear();
    try {
      await submit(values);
      onClose();
    } catch (error) {
      faults.show(error);
    }
  }

  return (
    <Drawer open title={title} size={480} onClose={onClose} mask={{ closable: !isDirty }}>
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ focus: true }}
        onValuesChange={() => setDirty(true)}
        onFinish={(values: T) => void send(values)}
        aria-label={title}
      >
        {children}
        <FormFault fault={faults.fault} />
        <div className="formButtons">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {submitLabel}
          </Button>
        </div>
      </Form>
      <UnsavedGuard isDirty={isDirty} />
    </Drawer>
  );
}
