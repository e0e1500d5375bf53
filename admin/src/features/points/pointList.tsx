import type { FlowItem } from '@anxing/contract/flow';
import type { Point } from '@anxing/contract/points';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { RowSelection } from '../../components/rowSelection';
import type { ListControl } from '../../lib/list/useListState';
import { usePointPage } from './api/listPoints';
import { usePointColumns } from './pointColumns';
import type { pointFilterShape } from './pointFilterShape';

interface Props {
  list: ListControl<typeof pointFilterShape>;
  flows: ReadonlyMap<string, FlowItem>;
  /** For who may print. */
  selection: RowSelection<Point> | undefined;
}

/** The unit's points page by page. */
export function PointList({ list, flows, selection }: Props) {
  const { q, category, active, poster, cursor, limit } = list.filters;
  const query = { q, category, active, poster, cursor, limit };
  const { data, error, isFetching, refetch } = usePointPage(query);
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
        selection={selection}
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
