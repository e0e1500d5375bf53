import type { CounterCardRequest } from '@anxing/contract/cards';
import { Button, Form } from 'antd';

import { DivisionSelect } from '../../components/divisionSelect';
import { FormFault } from '../../components/formFault';
import { useFaults } from '../../lib/forms/useFaults';
import { DocumentFields } from './documentFields';
import { Pledge } from './pledge';

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
      <DocumentFields />
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
