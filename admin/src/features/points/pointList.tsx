import type { FlowItem } from '@anxing/contract/points';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { usePointPage } from './api/listPoints';
import { usePointColumns } from './pointColumns';
import type { pointFilterShape } from './pointFilterShape';

interface Props {
  list: ListControl<typeof pointFilterShape>;
  flows: ReadonlyMap<string, FlowItem>;
}

/** The unit's points page by page. */
export function PointList({ list, flows }: Props) {
  const { q, category, active, cursor, limit } = list.filters;
  const { data, error, isFetching, refetch } = usePointPage({ q, category, active, cursor, limit });
  const columns = usePointColumns(flows);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="服务点"
        columns={columns}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有符合条件的服务点"
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={limit}
        onSize={(size) => list.change({ limit: size })}
      />
    </>
  );
}
