import { App, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';

import { useFaults } from '../lib/forms/useFaults';
import { FormFault } from './formFault';

interface Props<T> {
  title: string;
  initial: T;
  okText: string;
  isDanger?: boolean;
  /** Said when it is done. */
  done: string;
  submit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A short form in a dialog. It closes when the API has accepted what was entered. */
export function FormDialog<T extends object>(props: Props<T>) {
  const { title, initial, okText, isDanger = false, done, submit, onClose, children } = props;
  const [form] = Form.useForm<T>();
  const faults = useFaults(form);
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);

  async function send(values: T): Promise<void> {
    faults.clear();
    setBusy(true);
    try {
      await submit(values);
      void message.success(done);
      onClose();
    } catch (error) {
      faults.show(error);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: isDanger, loading: isBusy }}
      cancelText="取消"
      mask={{ closable: false }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ focus: true }}
        onFinish={(values: T) => void send(values)}
        aria-label={title}
      >
        {children}
        <FormFault fault={faults.fault} />
      </Form>
    </Modal>
  );
}
