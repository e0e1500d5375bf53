import { DownloadOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Alert, App, Button, Space } from 'antd';

import { FilePlace } from '../../../components/filePlace';
import { asApiError } from '../../../lib/api/apiError';
import { saveFile } from '../../../lib/saveFile';
import { useTemplate, type SheetFormat } from '../api/pointSheets';

const megabytes = limits.sheetBytes / 1024 ** 2;

function TemplateButtons() {
  const template = useTemplate();
  const { message } = App.useApp();

  function take(format: SheetFormat): void {
    template.mutate(format, {
      onSuccess: (file) => saveFile(file, `服务点模板.${format}`),
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Space wrap>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        disabled={template.isPending}
        onClick={() => take('xlsx')}
      >
        Excel 模板
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        disabled={template.isPending}
        onClick={() => take('csv')}
      >
        CSV 模板
      </Button>
    </Space>
  );
}

interface Props {
  isBusy: boolean;
  /** Why the last file could not be used. */
  fault: string | undefined;
  onFile: (file: File) => void;
}

/** First a template, then the file that was filled in. */
export function ChooseFile({ isBusy, fault, onFile }: Props) {
  return (
    <div className="importStep">
      <p>{`按模板填写后上传 .xlsx 或 .csv 文件，最多 ${limits.sheetRows} 行、${megabytes} MB。先检查，确认后才会添加。`}</p>
      <TemplateButtons />
      <FilePlace accept=".xlsx,.csv" testId="point-list" isBusy={isBusy} onFile={onFile} />
      {fault && <Alert showIcon type="error" title={fault} role="alert" />}
    </div>
  );
}
