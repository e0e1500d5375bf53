import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import type { Job } from '@anxing/contract/jobs';
import { App, Button } from 'antd';

import { asApiError } from '../../lib/api/apiError';
import { printPdf } from '../../lib/printPdf';
import { saveFile } from '../../lib/saveFile';
import { useBatchFile, type BatchFile } from './api/posterBatches';
import { namesText } from './namesText';

function useTake(job: Job) {
  const batch = useBatchFile();
  const { message, modal } = App.useApp();

  function warn({ revoked }: BatchFile): void {
    if (revoked.length > 0) {
      void modal.warning({
        title: `其中 ${revoked.length} 张已作废，请勿张贴`,
        content: `生成文件后这些服务点换过张贴码：${namesText(revoked)}。请重新批量生成。`,
      });
    }
  }

  function take(handOver: (file: Blob) => void): void {
    batch.mutate(job, {
      onSuccess: (taken) => {
        handOver(taken.file);
        warn(taken);
      },
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return { take, isBusy: batch.isPending };
}

/** Print a finished batch, or keep it as a file. */
export function BatchButtons({ job }: { job: Job }) {
  const { take, isBusy } = useTake(job);
  const { message } = App.useApp();
  const name = job.file?.name ?? '张贴码.pdf';

  function print(): void {
    take((file) => {
      if (!printPdf(file)) {
        saveFile(file, name);
        void message.info('当前浏览器不能直接打印，已下载 PDF，请打开后打印');
      }
    });
  }

  return (
    <>
      <Button
        type="primary"
        size="small"
        icon={<PrinterOutlined aria-hidden />}
        aria-label={`打印 ${job.title}`}
        loading={isBusy}
        onClick={print}
      >
        打印
      </Button>
      <Button
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        aria-label={`下载 ${job.title}`}
        disabled={isBusy}
        onClick={() => take((file) => saveFile(file, name))}
      >
        下载
      </Button>
    </>
  );
}
