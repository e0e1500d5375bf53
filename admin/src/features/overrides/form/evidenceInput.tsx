import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Alert, Button } from 'antd';
import { useRef } from 'react';

import { ApiError } from '../../../lib/api/apiError';
import { useUploadEvidence } from '../api/uploadEvidence';
import type { UploadedFile } from './overrideValues';

interface Props {
  /** Given by the form. */
  value?: UploadedFile[];
  onChange?: (files: UploadedFile[]) => void;
}

/** What went wrong with a file: the API's sentence, or why it cannot be sent at all. */
function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) {
    return error.fields[0]?.message ?? error.message;
  }

  return error instanceof Error && /\p{Script=Han}/u.test(error.message)
    ? error.message
    : '文件无法读取，请换一个文件';
}

/** Pictures and documents: each goes up as soon as it is chosen. */
export function EvidenceInput({ value = [], onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploadEvidence();

  function take(file: File): void {
    upload.mutate(file, {
      onSuccess: (made) => onChange?.([...value, { id: made.id, name: file.name }]),
    });
  }

  return (
    <div className="evidenceInput">
      {value.length > 0 && (
        <ul aria-label="已上传的材料">
          {value.map((file, index) => (
            <li key={file.id}>
              <PaperClipOutlined aria-hidden />
              <span className="chosenName" lang="en">
                {file.name}
              </span>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`移除材料 ${index + 1}`}
                onClick={() => onChange?.(value.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={upload.isPending}
        disabled={value.length >= limits.evidenceFiles}
        onClick={() => input.current?.click()}
      >
        {upload.isPending ? '正在上传' : '上传材料'}
      </Button>
      {upload.error && <Alert type="error" showIcon role="alert" title={sentenceOf(upload.error)} />}
      <input
        ref={input}
        // antd's forms show inputs of files that are merely hidden.
        style={{ display: 'none' }}
        type="file"
        data-testid="evidence-file"
        aria-label="上传材料"
        accept="image/jpeg,image/png,application/pdf"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) {
            take(file);
          }
          target.value = '';
        }}
      />
    </div>
  );
}
