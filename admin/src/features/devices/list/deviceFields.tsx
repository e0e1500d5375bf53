import { deviceCreate } from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';
import { Form, Input, Select } from 'antd';

import { requiredRule } from '../../../lib/forms/schemaRule';

const { name, pointId, modelId, serial } = deviceCreate.shape;

export interface Option {
  value: string;
  label: string;
}

export function NameField() {
  return (
    <Form.Item
      name="name"
      label="名称"
      rules={[requiredRule(name, '请填写名称')]}
      extra="例如：东门 1 号闸机"
    >
      <Input maxLength={limits.nameLength} autoComplete="off" />
    </Form.Item>
  );
}

export function PointField({ points }: { points: readonly Option[] }) {
  return (
    <Form.Item name="pointId" label="服务点" rules={[requiredRule(pointId, '请选择服务点')]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="设备安装在哪里"
        options={[...points]}
        notFoundContent="没有可选的服务点"
      />
    </Form.Item>
  );
}

export function ModelField({ models }: { models: readonly Option[] }) {
  return (
    <Form.Item name="modelId" label="型号" rules={[requiredRule(modelId, '请选择型号')]}>
      <Select placeholder="已通过审批的型号" options={[...models]} notFoundContent="没有已通过审批的型号" />
    </Form.Item>
  );
}

export function SerialField() {
  return (
    <Form.Item
      name="serial"
      label="序列号"
      validateTrigger="onBlur"
      rules={[requiredRule(serial, '请填写序列号')]}
      extra="机身铭牌上的号码，备案时核对"
    >
      <Input maxLength={40} autoComplete="off" spellCheck={false} lang="en" />
    </Form.Item>
  );
}
