import { Button, Modal } from 'antd';

import { useEvidenceFile, type EvidencePath } from '../lib/api/evidenceFile';
import { saveFile } from '../lib/saveFile';
import { useObjectUrl } from '../lib/useObjectUrl';
import { ErrorState } from './errorState';
import { Loading } from './loading';

export interface EvidenceFile {
  id: string;
  mediaType: string;
}

interface Props {
  path: EvidencePath;
  file: EvidenceFile;
  /** For example `材料 2`. */
  name: string;
  onClose: () => void;
}

function Shown({ blob, file, name }: { blob: Blob; file: EvidenceFile; name: string }) {
  const url = useObjectUrl(blob);
  if (file.mediaType === 'application/pdf') {
    return (
      <div className="evidenceFile">
        <p>这是一份 PDF 文件，请保存后打开查看，用完请删除。</p>
        <Button type="primary" onClick={() => saveFile(blob, `${name}.pdf`)}>
          保存文件
        </Button>
      </div>
    );
  }

  return url ? <img className="evidencePicture" src={url} alt={name} /> : <Loading />;
}

/** One picture or document, loaded when somebody wants to see it. */
export function EvidenceDialog({ path, file, name, onClose }: Props) {
  const { data, error, refetch } = useEvidenceFile(path, file.id);

  return (
    <Modal open title={name} footer={null} width={860} onCancel={onClose}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Shown blob={data} file={file} name={name} />}
    </Modal>
  );
}
