import { batchStateNames, type FeedBatch } from '@anxing/contract/feeds';

import { ErrorState } from '../../../components/errorState';
import { FilterBar } from '../../../components/filterBar';
import { FilterSelect } from '../../../components/filterSelect';
import { KeyPager } from '../../../components/keyPager';
import { RecordList } from '../../../components/recordList';
import { optionsOf } from '../../../lib/labels';
import type { ListControl } from '../../../lib/list/useListState';
import { tellsPeople, useBatchPage } from '../api/batches';
import { batchColumns } from './batchColumns';
import type { batchFilterShape } from './batchFilterShape';

interface Props {
  /** Of the API, see `useBatchPage`. */
  path: string;
  /** Of this site: what a batch's id is put behind; left out where batches have no page. */
  pages?: string;
  /** Shows the wrong rows of a batch, where it has no page. */
  onFaults?: (batch: FeedBatch) => void;
  list: ListControl<typeof batchFilterShape>;
}

const idOf = ({ id }: FeedBatch) => id;

/** Batches of a source, newest first. */
export function BatchList({ path, pages, onFaults, list }: Props) {
  const { filters, active, change, reset } = list;
  const { data, error, isFetching, isPlaceholderData, refetch } = useBatchPage(path, filters);
  const pathOf = ({ id }: FeedBatch) => pages && `${pages}/${id}`;
  const columns = batchColumns({ pathOf, onFaults }).filter(
    ({ key }) => key !== 'changed' || tellsPeople(path),
  );
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <FilterBar active={active} onReset={reset}>
        <FilterSelect
          id="batch-state"
          label="状态"
          value={filters.state}
          options={optionsOf(batchStateNames)}
          onChange={(state) => change({ state })}
        />
      </FilterBar>
      <RecordList
        label="批次"
        columns={columns}
        records={data?.items ?? []}
        keyOf={idOf}
        isLoading={isFetching && (!data || isPlaceholderData)}
        emptyText={active > 0 ? '没有符合条件的批次' : '还没有批次'}
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={filters.limit}
        onSize={(limit) => change({ limit })}
      />
    </>
  );
}
