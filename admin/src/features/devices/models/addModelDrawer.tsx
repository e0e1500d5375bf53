import { deviceKindNames, deviceKinds, modelCreate, type DeviceKind } from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';
import { Form, Input, Radio } from 'antd';

import { FormDrawer } from '../../../components/formDrawer';
import { requiredRule } from '../../../lib/forms/schemaRule';
import { useRegisterModel } from '../api/deviceModels';

const { maker, model, contact } = modelCreate.shape;
const kinds = deviceKinds.map((value) => ({ value, label: deviceKindNames[value] }));

interface Values {
  maker?: string;
  model?: string;
  kind: DeviceKind;
  contact?: { name?: string; phone?: string };
}

function ContactFields() {
  return (
    <>
      <Form.Item
        name={['contact', 'name']}
        label="联系人"
        rules={[requiredRule(contact.shape.name, '请填写联系人')]}
        extra="能解答设备软件问题的人，平台审批时会联系"
      >
        <Input maxLength={limits.nameLength} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['contact', 'phone']}
        label="联系电话"
        validateTrigger="onBlur"
        rules={[requiredRule(contact.shape.phone, '请填写联系电话')]}
      >
        <Input inputMode="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** The first step: which model it is. */
export function AddModelDrawer({ onClose }: { onClose: () => void }) {
  const register = useRegisterModel();

  return (
    <FormDrawer<Values>
      title="登记设备型号"
      initial={{ kind: 'turnstile' }}
      submitLabel="登记"
      isSaving={register.isPending}
      submit={(values) =>
        register.mutateAsync({
          maker: values.maker ?? '',
          model: values.model ?? '',
          kind: values.kind,
          contact: { name: values.contact?.name ?? '', phone: (values.contact?.phone ?? '').trim() },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="maker" label="厂商" rules={[requiredRule(maker, '请填写厂商')]}>
        <Input maxLength={limits.nameLength} autoComplete="off" />
      </Form.Item>
      <Form.Item name="model" label="型号" rules={[requiredRule(model, '请填写型号')]}>
        <Input maxLength={limits.nameLength} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label="类型">
        <Radio.Group options={kinds} />
      </Form.Item>
      <ContactFields />
    </FormDrawer>
  );
}
