import type { FeedBatch } from '@anxing/contract/feeds';

import type { ListControl } from '../../../lib/list/useListState';
import { BatchFacts } from './batchFacts';
import { BatchFaults } from './batchFaults';
import { BatchFigures } from './batchFigures';
import { BatchVerdict } from './batchVerdict';
import { isSealList } from './isSealList';
import { SealMatches } from './sealMatches';
import type { Columns } from './columnTitle';
import type { faultFilterShape } from './faultFilterShape';

interface Props {
  /** See `useBatchPage`. */
  path: string;
  batch: FeedBatch;
  /** Of the source. */
  columns: Columns;
  faults: ListControl<typeof faultFilterShape>;
}

/** Everything about one batch. */
export function BatchDetail({ path, batch, columns, faults }: Props) {
  return (
    <>
      <BatchVerdict batch={batch} />
      <section className="panel" aria-label="基本信息">
        <BatchFacts batch={batch} />
      </section>
      <section className="panel" aria-labelledby="batch-counts">
        <h2 id="batch-counts">统计</h2>
        <BatchFigures batch={batch} />
      </section>
      {isSealList(batch) && (
        <section className="panel" aria-labelledby="batch-matches">
          <h2 id="batch-matches">与住户登记的比对</h2>
          <SealMatches path={path} batch={batch} />
        </section>
      )}
      {batch.wrong > 0 && (
        <section className="panel" aria-labelledby="batch-faults">
          <h2 id="batch-faults">有误的行</h2>
          <BatchFaults path={path} batch={batch} columns={columns} list={faults} />
        </section>
      )}
    </>
  );
}
