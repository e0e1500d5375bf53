import { deviceAgreement, type DeviceModel } from '@anxing/contract/devices';
import { Checkbox, Form } from 'antd';

import { FormDialog } from '../../../components/formDialog';
import { useAgree } from '../api/deviceModels';
import { modelName } from '../modelName';

interface Values {
  accepted?: boolean;
}

/** The agreement in full, accepted for the unit. */
export function AgreementDialog({ model, onClose }: { model: DeviceModel; onClose: () => void }) {
  const agree = useAgree();

  return (
    <FormDialog<Values>
      title={`安全协议：${modelName(model)}`}
      initial={{}}
      okText="同意并提交审批"
      done="已提交平台审批"
      submit={() => agree.mutateAsync(model.id)}
      onClose={onClose}
    >
      <ol>
        {deviceAgreement.clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      <p className="soft">协议版本 {deviceAgreement.version}</p>
      <Form.Item
        name="accepted"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, value: unknown) =>
              value === true ? Promise.resolve() : Promise.reject(new Error('请先阅读并勾选')),
          },
        ]}
      >
        <Checkbox>本单位已阅读并同意以上条款</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
