import { DownloadOutlined } from '@ant-design/icons';
import type { BatchTaken } from '@anxing/contract/feeds';
import { Alert, Button } from 'antd';

import { LinkButton } from '../../../components/linkButton';
import { BatchFigures } from '../batches/batchFigures';
import { BatchVerdict } from '../batches/batchVerdict';
import type { Columns } from '../batches/columnTitle';
import { FaultTable } from '../batches/faultTable';
import { saveFaults } from '../batches/saveFaults';

interface Props {
  taken: BatchTaken;
  /** Of this site: where the batch is shown, if there is such a place. */
  page: string | undefined;
  columns: Columns;
  onAgain: () => void;
}

/** What came of a file: counts, wrong rows, and what happens next. */
export function UploadResult({ taken: { batch, repeated, faults }, page, columns, onAgain }: Props) {
  return (
    <>
      {repeated && (
        <Alert
          className="pageAlert"
          type="info"
          showIcon
          title="这份文件以前上传过，没有重复计入。以下是当时的结果。"
        />
      )}
      <BatchVerdict batch={batch} />
      <h2 className="quoted">
        <span lang="en">{batch.batchId}</span>
      </h2>
      <BatchFigures batch={batch} />
      {faults.length > 0 && (
        <>
          <div className="panelTop sectionTitle">
            <h2>{faults.length < batch.wrong ? `有误的行（前 ${faults.length} 条问题）` : '有误的行'}</h2>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              onClick={() => saveFaults(batch, faults, columns)}
            >
              导出错误行
            </Button>
          </div>
          <FaultTable faults={faults} columns={columns} />
        </>
      )}
      <div className="formButtons resultButtons">
        <Button onClick={onAgain}>再上传一个文件</Button>
        {page && (
          <LinkButton type="primary" to={page}>
            查看该批次
          </LinkButton>
        )}
      </div>
    </>
  );
}
