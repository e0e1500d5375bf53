import type { Change } from '@anxing/contract/changes';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { useChangePage } from './api/changes';
import { changeColumns } from './changeColumns';
import type { changeFilterShape } from './changeFilterShape';

const idOf = ({ id }: Change) => id;

/** What takes two people, page by page. */
export function ChangeList({ list }: { list: ListControl<typeof changeFilterShape> }) {
  const { state, ...filters } = list.filters;
  const query = state === 'all' ? filters : { ...filters, state };
  const { data, error, isFetching, refetch } = useChangePage(query);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="变更"
        columns={changeColumns}
        records={data?.items ?? []}
        keyOf={idOf}
        isLoading={isFetching}
        emptyText={state === 'waiting' ? '没有等待审批的变更' : '没有符合条件的变更'}
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={list.filters.limit}
        onSize={(limit) => list.change({ limit })}
      />
    </>
  );
}
