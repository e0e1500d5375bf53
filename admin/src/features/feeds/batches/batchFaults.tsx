import type { FeedBatch } from '@anxing/contract/feeds';
import { limits } from '@anxing/contract/limits';

import { ErrorState } from '../../../components/errorState';
import { KeyPager } from '../../../components/keyPager';
import type { ListControl } from '../../../lib/list/useListState';
import { useFaultPage } from '../api/batches';
import type { Columns } from './columnTitle';
import { FaultsExport } from './faultsExport';
import { FaultTable } from './faultTable';
import type { faultFilterShape } from './faultFilterShape';

function leadOf({ wrong, state }: FeedBatch): string {
  const count = `共 ${wrong.toLocaleString()} 行有误`;
  if (wrong > limits.feedFaultsKept) {
    return `${count}，保留了前 ${limits.feedFaultsKept.toLocaleString()} 条问题。`;
  }

  return state === 'refused' ? `${count}。` : `${count}，其余行不受影响。`;
}

interface Props {
  /** See `useBatchPage`. */
  path: string;
  batch: FeedBatch;
  columns: Columns;
  list: ListControl<typeof faultFilterShape>;
}

/** The wrong rows of a batch, page by page, and all of them as a file. */
export function BatchFaults({ path, batch, columns, list }: Props) {
  const { data, error, isFetching, refetch } = useFaultPage(path, batch.id, list.filters);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <div className="panelTop">
        <p>{leadOf(batch)}</p>
        <FaultsExport path={path} batch={batch} columns={columns} />
      </div>
      <FaultTable faults={data?.items ?? []} columns={columns} isLoading={isFetching} />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={list.filters.limit}
        onSize={(limit) => list.change({ limit })}
      />
    </>
  );
}
