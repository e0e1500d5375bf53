import { limits } from '@anxing/contract/limits';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';

import { asApiError } from '../../../lib/api/apiError';
import { useAcknowledge } from '../api/warnings';

interface Props {
  warning: { id: string; pointName: string };
  onClose: () => void;
}

/** Somebody sees to a warning, and may say how. */
export function AcknowledgeDialog({ warning, onClose }: Props) {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const acknowledge = useAcknowledge();

  function confirm(): void {
    const input = { id: warning.id, note: note.trim() || undefined };
    acknowledge.mutate(input, {
      onSuccess: () => {
        void message.success('已确认预警');
        onClose();
      },
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Modal
      open
      title={`确认预警：${warning.pointName}`}
      okText="确认"
      cancelText="取消"
      confirmLoading={acknowledge.isPending}
      onOk={confirm}
      onCancel={onClose}
    >
      <label htmlFor="warning-note">处理说明（选填）</label>
      <Input.TextArea
        id="warning-note"
        value={note}
        maxLength={limits.reasonLength}
        autoSize={{ minRows: 2 }}
        placeholder="例如：已增派人员，暂停入场"
        onChange={(event) => setNote(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
      />
    </Modal>
  );
}
