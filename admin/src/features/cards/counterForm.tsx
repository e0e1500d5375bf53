import { counterCardRequest, type CounterCardRequest } from '@anxing/contract/cards';
import { limits } from '@anxing/contract/limits';
import { Button, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';

import { DivisionSelect } from '../../components/divisionSelect';
import { FormFault } from '../../components/formFault';
import { requiredRule } from '../../lib/forms/schemaRule';
import { useFaults } from '../../lib/forms/useFaults';

interface CounterValues {
  name?: string;
  idNumber?: string;
  division?: string;
  compared?: boolean;
  consented?: boolean;
}

interface Props {
  isSaving: boolean;
  submit: (input: CounterCardRequest) => Promise<unknown>;
}

const { name, idNumber } = counterCardRequest.shape;

function Pledge({ field, missing, children }: { field: string; missing: string; children: ReactNode }) {
  const isChecked = {
    validator: (_: unknown, value: unknown) =>
      value === true ? Promise.resolve() : Promise.reject(new Error(missing)),
  };

  return (
    <Form.Item name={field} valuePropName="checked" rules={[isChecked]}>
      <Checkbox>{children}</Checkbox>
    </Form.Item>
  );
}

function inputOf(values: CounterValues): CounterCardRequest {
  return {
    idType: 'resident',
    name: values.name ?? '',
    idNumber: values.idNumber ?? '',
    ...(values.division ? { division: values.division } : {}),
    compared: true,
    consented: true,
  };
}

/** What a clerk takes from the document in his hand. */
export function CounterForm({ isSaving, submit }: Props) {
  const [form] = Form.useForm<CounterValues>();
  const faults = useFaults(form);

  async function send(values: CounterValues): Promise<void> {
    faults.clear();
    try {
      await submit(inputOf(values));
    } catch (error) {
      faults.show(error);
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      autoComplete="off"
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={(values) => void send(values)}
      aria-label="打印纸质卡"
    >
      <Form.Item name="name" label="姓名" rules={[requiredRule(name, '请填写姓名')]}>
        <Input maxLength={limits.nameLength} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label="居民身份证号码"
        rules={[requiredRule(idNumber, '请填写证件号码')]}
        extra="其他证件须由两名工作人员核验，本页不受理"
      >
        <Input maxLength={18} inputMode="text" />
      </Form.Item>
      <Form.Item name="division" label="居住地（首次办理时填写）">
        <DivisionSelect />
      </Form.Item>
      <Pledge field="compared" missing="请核对证件与本人">
        已核对证件原件，照片与本人一致
      </Pledge>
      <Pledge field="consented" missing="请先告知并取得本人同意">
        已向本人说明用途（仅供出入核验时确认身份）并取得同意
      </Pledge>
      <FormFault fault={faults.fault} />
      <div className="formButtons">
        <Button type="primary" htmlType="submit" loading={isSaving}>
          制卡
        </Button>
      </div>
    </Form>
  );
}
