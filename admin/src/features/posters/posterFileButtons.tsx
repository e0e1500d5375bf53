import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { posterSizeNames, type PosterFormat, type PosterSize } from '@anxing/contract/posters';
import { App, Button, Space } from 'antd';

import { asApiError } from '../../lib/api/apiError';
import { printPdf } from '../../lib/printPdf';
import { saveFile } from '../../lib/saveFile';
import { usePosterFile } from './api/posterFile';

interface Props {
  pointId: string;
  pointName: string;
  size: PosterSize;
}

/** Print, or keep as a file. */
export function PosterFileButtons({ pointId, pointName, size }: Props) {
  const file = usePosterFile(pointId);
  const { message } = App.useApp();

  function take(format: PosterFormat, use: (blob: Blob) => void): void {
    const print = { size, format };
    file.mutate(print, {
      onSuccess: use,
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  function nameOf(format: PosterFormat): string {
    return `张贴码-${pointName}-${posterSizeNames[size]}.${format}`;
  }

  function download(format: PosterFormat): void {
    take(format, (blob) => saveFile(blob, nameOf(format)));
  }

  function print(): void {
    take('pdf', (blob) => {
      if (!printPdf(blob)) {
        saveFile(blob, nameOf('pdf'));
        void message.info('当前浏览器不能直接打印，已下载 PDF，请打开后打印');
      }
    });
  }

  return (
    <Space wrap>
      <Button type="primary" icon={<PrinterOutlined aria-hidden />} loading={file.isPending} onClick={print}>
        打印
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        disabled={file.isPending}
        onClick={() => download('pdf')}
      >
        下载 PDF
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        disabled={file.isPending}
        onClick={() => download('png')}
      >
        下载图片
      </Button>
    </Space>
  );
}
