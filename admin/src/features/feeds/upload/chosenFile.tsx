import { FileTextOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Button, Progress } from 'antd';

import { FilePlace } from '../../../components/filePlace';
import type { UploadStep } from '../api/uploadBatch';

const megabytes = limits.feedFileBytes / 1024 ** 2;

function sizeText(bytes: number): string {
  return bytes < 1024 ** 2
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

interface Props {
  /** Given by the form. */
  value?: File | undefined;
  onChange?: (file: File | undefined) => void;
  /** While it goes up. */
  step: UploadStep | undefined;
}

/** How far it is. While a code is asked for nothing is checked yet, although all of it was sent once. */
function Progressing({ step }: { step: UploadStep }) {
  if (step === 'proof') {
    return (
      <div className="chosenProgress" role="status">
        请先完成短信验证，验证后自动上传
      </div>
    );
  }
  const percent = Math.floor(step * 100);

  return (
    <div className="chosenProgress" role="status">
      <Progress percent={percent} showInfo={false} aria-label="上传进度" />
      {step < 1 ? `正在上传 ${percent}%` : '已上传，正在检查…'}
    </div>
  );
}

/** The file that is to go up, and how far it is. */
export function ChosenFile({ value, onChange, step }: Props) {
  if (!value) {
    return (
      <>
        <FilePlace
          accept=".csv,.ndjson,.jsonl"
          testId="batch-file"
          isBusy={false}
          onFile={(file) => onChange?.(file)}
        />
        <p className="soft">{`CSV 或 NDJSON 文件，UTF-8 编码，最大 ${megabytes} MB`}</p>
      </>
    );
  }

  return (
    <div className="chosenFile">
      <FileTextOutlined aria-hidden />
      <span className="chosenName">
        <span lang="en">{value.name}</span>
        <span className="soft"> {sizeText(value.size)}</span>
      </span>
      {step === undefined ? (
        <Button size="small" onClick={() => onChange?.(undefined)}>
          重新选择
        </Button>
      ) : (
        <Progressing step={step} />
      )}
    </div>
  );
}
