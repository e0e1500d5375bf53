import type { Region } from '@anxing/contract/regions';
import { useState } from 'react';

import { ErrorState } from '../../components/errorState';
import { RecordList } from '../../components/recordList';
import type { RowSelection } from '../../components/rowSelection';
import type { ListControl } from '../../lib/list/useListState';
import { useRegions } from './api/regions';
import { HistoryDrawer } from './historyDrawer';
import { regionColumns } from './regionColumns';
import { RegionFilters } from './regionFilters';
import type { regionFilterShape } from './regionFilterShape';
import { RegionPath } from './regionPath';
import { rowsOf, type RegionRow } from './regionRow';

interface Props {
  list: ListControl<typeof regionFilterShape>;
  /** undefined: nothing can be chosen. */
  selection: RowSelection<RegionRow> | undefined;
}

const idOf = ({ id }: RegionRow) => id;

/** Levels of regions on a day, down to the counties. */
export function RegionList({ list, selection }: Props) {
  const { q, ...query } = list.filters;
  const { data, error, isFetching, refetch } = useRegions(query);
  const [open, setOpen] = useState<Region>();
  const levels = data?.levels ?? [];
  const enter = (within: string | undefined) => list.change({ within, q: undefined });
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RegionFilters {...list} />
      <RegionPath within={query.within} onGo={enter} />
      {data && <p className="listTotal">{`${data.date} 的等级`}</p>}
      <RecordList
        label="区域等级"
        columns={regionColumns(levels, { onEnter: enter, onHistory: setOpen })}
        records={rowsOf(data?.regions ?? [], q)}
        keyOf={idOf}
        isLoading={isFetching}
        emptyText={query.within || q ? '没有符合条件的区域' : '这一天没有高于最低等级的区域'}
        selection={selection}
      />
      {open && <HistoryDrawer region={open} levels={levels} onClose={() => setOpen(undefined)} />}
    </>
  );
}
