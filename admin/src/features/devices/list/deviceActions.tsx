import type { Device, DeviceCreated } from '@anxing/contract/devices';
import { Button, Space } from 'antd';

import { useConfirm } from '../../../lib/useConfirm';
import { useChangeDevice, useRenewEnrolment } from '../api/devices';

interface Props {
  of: Device;
  onEdit: () => void;
  onCode: (created: DeviceCreated) => void;
}

function useQuestions({ of, onCode }: Props) {
  const { id, name, state } = of;
  const isOn = state !== 'disabled';
  const confirm = useConfirm();
  const change = useChangeDevice();
  const renew = useRenewEnrolment();

  return {
    switch: () =>
      confirm({
        title: isOn ? `停用“${name}”？` : `启用“${name}”？`,
        content: isOn
          ? '立即生效：该设备的请求会被拒绝，断网时仍可能按所存名单开闸，请同时断电。可以随时重新启用。'
          : '启用后该设备可继续使用原来的密钥。',
        okText: isOn ? '停用' : '启用',
        isDanger: isOn,
        act: () => change.mutateAsync({ id, active: !isOn }),
        done: isOn ? '设备已停用' : '设备已启用',
      }),
    renew: () =>
      confirm({
        title: `为“${name}”生成新的备案码？`,
        content: '设备原来的密钥立即失效，须用新的备案码重新备案。备案码只显示一次。',
        okText: '生成备案码',
        isDanger: true,
        act: async () => onCode(await renew.mutateAsync(id)),
        done: '备案码已生成',
      }),
  };
}

export function DeviceActions(props: Props) {
  const { of, onEdit } = props;
  const questions = useQuestions(props);
  const isOn = of.state !== 'disabled';

  return (
    <Space size={4} wrap>
      <Button type="link" size="small" aria-label={`修改 ${of.name}`} onClick={onEdit}>
        修改
      </Button>
      <Button type="link" size="small" aria-label={`重新备案 ${of.name}`} onClick={questions.renew}>
        重新备案
      </Button>
      <Button
        type="link"
        size="small"
        danger={isOn}
        aria-label={`${isOn ? '停用' : '启用'} ${of.name}`}
        onClick={questions.switch}
      >
        {isOn ? '停用' : '启用'}
      </Button>
    </Space>
  );
}
