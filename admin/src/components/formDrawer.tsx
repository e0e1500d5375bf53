import { App, Button, Drawer, Form } from 'antd';
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
  /** See `useFaults`. */
  fieldOf?: (path: string) => string;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side. It closes when the API has accepted what was entered, or after asking whether to lose it. */
export function FormDrawer<T extends object>(props: Props<T>) {
  const { title, initial, submitLabel, isSaving, submit, fieldOf, onClose, children } = props;
  const [form] = Form.useForm<T>();
  const faults = useFaults(form, fieldOf);
  const { modal } = App.useApp();
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

  function leave(): void {
    if (isDirty) {
      void modal.confirm({
        title: '放弃未保存的修改？',
        okText: '放弃修改',
        okButtonProps: { danger: true },
        cancelText: '继续编辑',
        onOk: onClose,
      });
    } else {
      onClose();
    }
  }

  return (
    <Drawer open title={title} size={480} onClose={leave}>
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
          <Button onClick={leave}>取消</Button>
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {submitLabel}
          </Button>
        </div>
      </Form>
      <UnsavedGuard isDirty={isDirty} />
    </Drawer>
  );
}
