import type { DeviceModel } from '@anxing/contract/devices';
import { Button, Space } from 'antd';
import { useState } from 'react';

import { useConfirm } from '../../../lib/useConfirm';
import { useStartRun } from '../api/deviceModels';
import { modelName } from '../modelName';
import { AgreementDialog } from './agreementDialog';

/** The step that comes next; a run may be made again at any time. */
export function ModelActions({ model }: { model: DeviceModel }) {
  const { id, state, conformedAt, run } = model;
  const [isAgreeing, setAgreeing] = useState(false);
  const confirm = useConfirm();
  const start = useStartRun();
  const mayAgree = conformedAt !== null && (state === 'open' || state === 'refused');

  function ask(): void {
    confirm({
      title: `开始联调测试：${modelName(model)}？`,
      content: '将生成 24 小时内有效的测试地址，请交给设备软件的开发人员。',
      okText: '开始测试',
      act: () => start.mutateAsync(id),
      done: '测试地址已生成',
    });
  }

  return (
    <Space size={8} wrap>
      <Button type={conformedAt === null ? 'primary' : 'default'} onClick={ask}>
        {run ? '重新测试' : '开始联调测试'}
      </Button>
      {mayAgree && (
        <Button type="primary" onClick={() => setAgreeing(true)}>
          确认安全协议
        </Button>
      )}
      {isAgreeing && <AgreementDialog model={model} onClose={() => setAgreeing(false)} />}
    </Space>
  );
}
