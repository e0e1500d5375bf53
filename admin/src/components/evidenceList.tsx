import { FilePdfOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';

import type { EvidencePath } from '../lib/api/evidenceFile';
import { EvidenceDialog, type EvidenceFile } from './evidenceDialog';

interface Props {
  path: EvidencePath;
  files: readonly EvidenceFile[];
  /** What stands there when there are none. */
  emptyText?: string;
}

function iconOf({ mediaType }: EvidenceFile) {
  return mediaType === 'application/pdf' ? <FilePdfOutlined aria-hidden /> : <PictureOutlined aria-hidden />;
}

/** Pictures and documents by number; each is fetched, and its look recorded, only when it is opened. */
export function EvidenceList({ path, files, emptyText = '没有上传材料' }: Props) {
  const [open, setOpen] = useState<number>();
  const shown = open === undefined ? undefined : files[open];
  if (files.length === 0) {
    return <span className="soft">{emptyText}</span>;
  }

  return (
    <>
      <ul className="evidenceList" aria-label="证明材料">
        {files.map((file, index) => (
          <li key={file.id}>
            <Button icon={iconOf(file)} onClick={() => setOpen(index)}>
              {`材料 ${index + 1}`}
            </Button>
          </li>
        ))}
      </ul>
      {shown && (
        <EvidenceDialog
          path={path}
          file={shown}
          name={`材料 ${(open ?? 0) + 1}`}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
