import type { FeedBatch } from '@anxing/contract/feeds';
import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import { batchFilterShape } from '../features/feeds/batches/batchFilterShape';
import { BatchList } from '../features/feeds/batches/batchList';
import { FaultsDrawer } from '../features/feeds/batches/faultsDrawer';
import { BatchUpload } from '../features/feeds/upload/batchUpload';
import { TemplateButton } from '../features/feeds/upload/templateButton';
import { useListState } from '../lib/list/useListState';

const path = 'unit/test-results';

export function Component() {
  const list = useListState(batchFilterShape);
  const [looked, setLooked] = useState<FeedBatch>();

  return (
    <>
      <PageTop title="检测结果上传" />
      <section className="panel formPanel" aria-label="上传">
        <BatchUpload path={path} delivery="incremental" refusedPage="/test-results?state=refused">
          <div className="templateLine">
            <TemplateButton path={`${path}/template.csv`} fileName="检测结果模板.csv" />
            <span className="soft">按模板填写，证件号码列请设为文本</span>
          </div>
        </BatchUpload>
      </section>
      <h2 className="sectionTitle">已上传的批次</h2>
      <BatchList path={path} onFaults={setLooked} list={list} />
      {looked && <FaultsDrawer path={path} batch={looked} onClose={() => setLooked(undefined)} />}
    </>
  );
}
