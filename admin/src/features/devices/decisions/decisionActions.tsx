import { modelRefusal, type WaitingModel } from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';

import { FormDialog } from '../../../components/formDialog';
import { requiredRule } from '../../../lib/forms/schemaRule';
import { useConfirm } from '../../../lib/useConfirm';
import { useApproveModel, useRefuseModel } from '../api/decisions';
import { modelName } from '../modelName';

interface Values {
  reason?: string;
}

function RefuseDialog({ model, onClose }: { model: WaitingModel; onClose: () => void }) {
  const refuse = useRefuseModel();
  const isWithdrawing = model.state === 'approved';

  return (
    <FormDialog<Values>
      title={`${isWithdrawing ? '撤回' : '退回'}：${modelName(model)}`}
      initial={{}}
      okText={isWithdrawing ? '撤回型号' : '退回'}
      isDanger
      done={isWithdrawing ? '型号已撤回' : '已退回'}
      submit={({ reason = '' }) => refuse.mutateAsync({ id: model.id, reason })}
      onClose={onClose}
    >
      {isWithdrawing && <p>该型号的 {model.devices} 台设备将立即被拒绝。</p>}
      <Form.Item
        name="reason"
        label="原因"
        rules={[requiredRule(modelRefusal.shape.reason, '请填写原因')]}
        extra="单位会看到"
      >
        <Input.TextArea maxLength={limits.reasonLength} showCount rows={3} />
      </Form.Item>
    </FormDialog>
  );
}

/** What the operator can do with a model. */
export function DecisionActions({ model }: { model: WaitingModel }) {
  const [isRefusing, setRefusing] = useState(false);
  const confirm = useConfirm();
  const approve = useApproveModel();

  function ask(): void {
    confirm({
      title: `通过“${modelName(model)}”？`,
      content: `${model.unit.name}可以添加该型号的设备。请确认已与联系人核实。`,
      okText: '通过',
      act: () => approve.mutateAsync(model.id),
      done: '已通过',
    });
  }

  if (model.state !== 'waiting' && model.state !== 'approved') {
    return <span className="soft">—</span>;
  }

  return (
    <Space size={4} wrap>
      {model.state === 'waiting' && (
        <Button type="link" size="small" aria-label={`通过 ${model.model}`} onClick={ask}>
          通过
        </Button>
      )}
      <Button
        type="link"
        size="small"
        danger
        aria-label={`${model.state === 'approved' ? '撤回' : '退回'} ${model.model}`}
        onClick={() => setRefusing(true)}
      >
        {model.state === 'approved' ? '撤回' : '退回'}
      </Button>
      {isRefusing && <RefuseDialog model={model} onClose={() => setRefusing(false)} />}
    </Space>
  );
}
