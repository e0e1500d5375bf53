import type { InitialPassword } from '@anxing/contract/units';
import { Alert, Modal } from 'antd';

import { CopyButton } from './copyButton';

interface Props {
  title: string;
  slip: InitialPassword | undefined;
  onClose: () => void;
}

/**
 * A first password, once: it cannot be fetched again, so neither a stray click nor Esc closes it. After that it is
 * nowhere on the page any more.
 */
export function OneTimePassword({ title, slip, onClose }: Props) {
  if (!slip) {
    return null;
  }

  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      okText="我已记下，关闭"
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <Alert
        type="warning"
        showIcon
        title="初始密码只显示这一次"
        description="请当面或通过可靠方式告知本人。首次登录时必须修改密码。"
      />
      <dl className="passwordSlip">
        <dt>登录手机号</dt>
        <dd>{slip.phone}</dd>
        <dt>初始密码</dt>
        <dd>
          <code data-testid="initial-password">{slip.password}</code>
          <CopyButton text={slip.password} label="复制密码" />
        </dd>
      </dl>
    </Modal>
  );
}
