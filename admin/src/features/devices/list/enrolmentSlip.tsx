import type { DeviceCreated } from '@anxing/contract/devices';
import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';

import { CopyButton } from '../../../components/copyButton';
import { Instant } from '../../../components/instant';

interface Props {
  slip: DeviceCreated | undefined;
  onClose: () => void;
}

/** An enrolment code, once: it cannot be fetched again, so neither a stray click nor Esc closes it. */
export function EnrolmentSlip({ slip, onClose }: Props) {
  if (!slip) {
    return null;
  }
  const { device, enrolment } = slip;

  return (
    <Modal
      open
      title={`备案码：${device.name}`}
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
        title="备案码只显示这一次"
        description="请在设备上输入。只能使用一次，且须与所登记的序列号一致。"
      />
      <dl className="passwordSlip printedSlip">
        <dt>设备</dt>
        <dd>
          {device.name}（{device.point.name}）
        </dd>
        <dt>序列号</dt>
        <dd>{device.serial}</dd>
        <dt>备案码</dt>
        <dd>
          <code data-testid="enrolment-code">{enrolment.code}</code>
          <CopyButton text={enrolment.code} label="复制备案码" />
        </dd>
        <dt>有效期至</dt>
        <dd>
          <Instant at={enrolment.expiresAt} />
        </dd>
      </dl>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        打印
      </Button>
    </Modal>
  );
}
