import { smsCode } from '@anxing/contract/fields';
import { limits } from '@anxing/contract/limits';
import { Button, Form, Input, Modal, Space } from 'antd';

import { FormFault } from '../../components/formFault';
import { asApiError } from '../../lib/api/apiError';
import { requiredRule } from '../../lib/forms/schemaRule';
import { useFaults } from '../../lib/forms/useFaults';
import { useCountdown } from '../../lib/useCountdown';
import { useProve, useSendProofCode } from './api/proof';

/** Above whatever dialog or drawer the action was in. */
const zIndex = 1500;

interface Values {
  code: string;
}

interface Props {
  onClose: (isProven: boolean) => void;
}

/** Asks for a code that was sent to the own phone: a password alone does not tell who is there. */
export function ProofDialog({ onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form);
  const [left, startCountdown] = useCountdown();
  const send = useSendProofCode();
  const prove = useProve();

  /** Whoever is signed out meanwhile finds the sign-in page, and no dialog above it. */
  function tell(error: unknown): void {
    if (asApiError(error).isSignedOut) {
      onClose(false);
    } else {
      faults.show(error);
    }
  }

  function sendCode(): void {
    faults.clear();
    send.mutate(undefined, {
      onSuccess: ({ resendAfter }) => startCountdown(resendAfter),
      onError: tell,
    });
  }

  function submit({ code }: Values): void {
    faults.clear();
    prove.mutate({ code }, { onSuccess: () => onClose(true), onError: tell });
  }

  return (
    <Modal
      open
      zIndex={zIndex}
      title="请确认是您本人"
      okText="确定"
      okButtonProps={{ loading: prove.isPending }}
      cancelText="取消"
      mask={{ closable: false }}
      onOk={form.submit}
      onCancel={() => onClose(false)}
    >
      <p>此操作需要您本人手机收到的验证码，确认后 {limits.proofHours} 小时内不再询问。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} aria-label="短信验证">
        <Form.Item label="短信验证码" htmlFor="proofCode" extra={send.data && `已发送至 ${send.data.phone}`}>
          <Space.Compact block>
            <Form.Item name="code" noStyle rules={[requiredRule(smsCode, '请输入验证码')]}>
              <Input
                id="proofCode"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={limits.smsCodeLength}
              />
            </Form.Item>
            <Button disabled={left > 0} loading={send.isPending} onClick={sendCode}>
              {left > 0 ? `${left} 秒后可重发` : '发送验证码'}
            </Button>
          </Space.Compact>
        </Form.Item>
        <FormFault fault={faults.fault} />
      </Form>
    </Modal>
  );
}
