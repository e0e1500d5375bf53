import type { CounterReasonsRequest } from '@anxing/contract/reasons';
import { Button, Form } from 'antd';

import { FormFault } from '../../../components/formFault';
import { useFaults } from '../../../lib/forms/useFaults';
import { DocumentFields } from '../documentFields';
import { Pledge } from '../pledge';

interface ReasonsValues {
  name?: string;
  idNumber?: string;
  present?: boolean;
}

interface Props {
  isAsking: boolean;
  submit: (input: CounterReasonsRequest) => Promise<unknown>;
}

/** Who stands at the counter, and that he does. */
export function ReasonsForm({ isAsking, submit }: Props) {
  const [form] = Form.useForm<ReasonsValues>();
  const faults = useFaults(form);

  async function send({ name = '', idNumber = '' }: ReasonsValues): Promise<void> {
    faults.clear();
    try {
      await submit({ idType: 'resident', name, idNumber, present: true });
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
      aria-label="说明原因"
    >
      <DocumentFields />
      <Pledge field="present" missing="请核对证件与本人，本人须在场">
        本人持证件在场，已核对证件原件，照片与本人一致
      </Pledge>
      <FormFault fault={faults.fault} />
      <div className="formButtons">
        <Button type="primary" htmlType="submit" loading={isAsking}>
          查看原因
        </Button>
      </div>
    </Form>
  );
}
