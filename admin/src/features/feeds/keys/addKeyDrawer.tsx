import { feedKeyCreate } from '@anxing/contract/feeds';
import { Alert, App, Form, Input } from 'antd';

import { FormDrawer } from '../../../components/formDrawer';
import { requiredRule } from '../../../lib/forms/schemaRule';
import { useProposeKey } from '../api/feedKeys';

const { channel, owner, publicKey } = feedKeyCreate.shape;

interface Values {
  owner?: string;
  channel?: string;
  publicKey?: string;
}

/** A new key of a source: the private half never comes here. */
export function AddKeyDrawer({ source, onClose }: { source: string; onClose: () => void }) {
  const { message } = App.useApp();
  const propose = useProposeKey(source);

  async function submit(values: Values): Promise<void> {
    await propose.mutateAsync({
      owner: values.owner ?? '',
      channel: values.channel ?? '',
      publicKey: values.publicKey?.trim() ?? '',
    });
    void message.success('已提交，等待另一位工作人员审批');
  }

  return (
    <FormDrawer<Values>
      title="登记密钥"
      initial={{}}
      submitLabel="提交审批"
      isSaving={propose.isPending}
      submit={submit}
      onClose={onClose}
    >
      <Alert
        className="formFault"
        type="info"
        showIcon
        title="私钥由报送单位自行生成和保管，这里只登记公钥。批准后才能用它报送。"
      />
      <Form.Item
        name="owner"
        label="持有单位"
        rules={[requiredRule(owner, '请填写持有单位')]}
        extra="会告诉居民数据来自哪里，请写全称"
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="channel"
        label="通道"
        validateTrigger="onBlur"
        rules={[requiredRule(channel, '请填写通道')]}
        extra="小写字母、数字和连字符；同一通道的批次连续编号，各单位分开"
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} lang="en" />
      </Form.Item>
      <Form.Item
        name="publicKey"
        label="Ed25519 公钥"
        validateTrigger="onBlur"
        rules={[requiredRule(publicKey, '请填写公钥')]}
        extra="43 个字符（base64url，末尾不带等号）"
      >
        <Input maxLength={43} showCount autoComplete="off" spellCheck={false} lang="en" />
      </Form.Item>
    </FormDrawer>
  );
}
