import { DownloadOutlined } from '@ant-design/icons';
import type { FeedBatch } from '@anxing/contract/feeds';
import { App, Button } from 'antd';

import { asApiError } from '../../../lib/api/apiError';
import { useAllFaults } from '../api/batches';
import type { Columns } from './columnTitle';
import { saveFaults } from './saveFaults';

interface Props {
  /** See `useBatchPage`. */
  path: string;
  batch: FeedBatch;
  columns: Columns;
}

/** The wrong rows as a file, for whoever has to mend them. */
export function FaultsExport({ path, batch, columns }: Props) {
  const load = useAllFaults(path);
  const { message } = App.useApp();

  function take(): void {
    load.mutate(batch.id, {
      onSuccess: (faults) => saveFaults(batch, faults, columns),
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={load.isPending} onClick={take}>
      导出错误行
    </Button>
  );
}
