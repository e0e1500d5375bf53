import type { PosterBatch, PosterBatchStarted } from '@anxing/contract/posterBatches';
import type { PosterSize } from '@anxing/contract/posters';
import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';

import { asApiError } from '../../lib/api/apiError';
import { useStartBatch } from './api/posterBatches';
import { namesText } from './namesText';
import { PosterSizeChoice } from './posterSizeChoice';

/** Whose posters are printed. */
export interface BatchTarget extends Pick<PosterBatch, 'points' | 'filter'> {
  count: number;
  /** How many of them have no poster in force. */
  missing: number;
}

interface Props {
  target: BatchTarget;
  onClose: () => void;
  /** The batch is under way. */
  onStarted: () => void;
}

function useTellStarted() {
  const { message, modal } = App.useApp();

  return ({ posters, missing, closed }: PosterBatchStarted, issued: boolean): void => {
    const left = [...(issued ? [] : missing), ...closed];
    void message.success(`正在生成 ${posters} 张张贴码，可在列表上方查看进度`);
    if (left.length > 0) {
      void modal.info({
        title: `${left.length} 个服务点未包含在内`,
        content: `没有有效的张贴码：${namesText(left)}。`,
      });
    }
  };
}

/** Asks for the paper, and starts drawing. */
export function BatchDialog({ target, onClose, onStarted }: Props) {
  const { count, missing, ...which } = target;
  const [size, setSize] = useState<PosterSize>('a4');
  const [issueMissing, setIssueMissing] = useState(missing > 0);
  const start = useStartBatch();
  const tellStarted = useTellStarted();
  const { message } = App.useApp();

  function begin(): void {
    start.mutate(
      { ...which, size, issueMissing },
      {
        onSuccess: (started) => {
          tellStarted(started, issueMissing);
          onStarted();
        },
        onError: (error) => void message.error(asApiError(error).message),
      },
    );
  }

  return (
    <Modal
      open
      title="批量打印张贴码"
      okText="开始生成"
      cancelText="取消"
      confirmLoading={start.isPending}
      onOk={begin}
      onCancel={onClose}
    >
      <div className="batchForm">
        <p>{`共 ${count} 个服务点，每个一页，生成一个 PDF 文件。`}</p>
        <PosterSizeChoice label="纸张" value={size} onChange={setSize} />
        {missing > 0 && (
          <Checkbox checked={issueMissing} onChange={({ target: box }) => setIssueMissing(box.checked)}>
            {`其中 ${missing} 个没有有效的张贴码，一并生成`}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
}
