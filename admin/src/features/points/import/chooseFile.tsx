import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Alert, App, Button, Space } from 'antd';
import { useRef, useState, type DragEvent } from 'react';

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

/** A file from the disk, chosen or dropped. */
function FilePlace({ isBusy, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) {
      onFile(file);
    }
  }

  return (
    <div
      className={isOver ? 'dropPlace isOver' : 'dropPlace'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        选择文件
      </Button>
      <p className="soft">或把文件拖到这里</p>
      <input
        ref={input}
        hidden
        type="file"
        data-testid="point-list"
        accept=".xlsx,.csv"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) {
            onFile(file);
          }
          // The same file, mended, shall be taken again.
          target.value = '';
        }}
      />
    </div>
  );
}

/** First a template, then the file that was filled in. */
export function ChooseFile(props: Props) {
  return (
    <div className="importStep">
      <p>{`按模板填写后上传 .xlsx 或 .csv 文件，最多 ${limits.sheetRows} 行、${megabytes} MB。先检查，确认后才会添加。`}</p>
      <TemplateButtons />
      <FilePlace {...props} />
      {props.fault && <Alert showIcon type="error" title={props.fault} role="alert" />}
    </div>
  );
}
