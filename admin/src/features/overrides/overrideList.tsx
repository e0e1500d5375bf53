import { changeStateNames } from '@anxing/contract/changes';
import type { Override } from '@anxing/contract/overrides';
import { useState } from 'react';

import { ErrorState } from '../../components/errorState';
import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import { useOverridePage } from './api/overrides';
import { overrideColumns } from './overrideColumns';
import { OverrideDrawer } from './overrideDrawer';
import type { overrideFilterShape } from './overrideFilterShape';
import { useOverrideSide } from './useOverrideSide';

const idOf = ({ id }: Override) => id;

/** Changes of colour by hand, newest first. */
export function OverrideList({ list }: { list: ListControl<typeof overrideFilterShape> }) {
  const side = useOverrideSide();
  const { filters, active, change, reset } = list;
  const { data, error, isFetching, refetch } = useOverridePage(side.path, filters);
  const [openId, setOpenId] = useState<string>();
  const open = data?.items.find(({ id }) => id === openId);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <FilterBar active={active} onReset={reset}>
        <FilterSelect
          id="override-state"
          label="状态"
          value={filters.state}
          options={optionsOf(changeStateNames)}
          onChange={(state) => change({ state })}
        />
      </FilterBar>
      <RecordList
        label="人工变更"
        columns={overrideColumns(({ id }) => setOpenId(id), side.isOperator)}
        records={data?.items ?? []}
        keyOf={idOf}
        isLoading={isFetching}
        emptyText={active > 0 ? '没有符合条件的变更' : '还没有人工变更'}
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={filters.limit}
        onSize={(limit) => change({ limit })}
      />
      {open && <OverrideDrawer override={open} side={side} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
