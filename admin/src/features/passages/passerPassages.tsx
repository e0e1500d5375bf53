import { useState } from 'react';

import { FilterBar } from '../../components/filterBar';
import { useListState } from '../../lib/list/useListState';
import { usePassages } from './api/listPassages';
import { PassageDrawer } from './passageDrawer';
import { passerFilterShape } from './passageFilterShape';
import { PassageList } from './passageList';
import { RangeFilters } from './rangeFilters';

interface Props {
  /** Of the list below the API. */
  path: string;
  /** Columns that would say the same in every row. */
  without: readonly string[];
}

/** The passages of one person, or those that one staff member has checked. */
export function PasserPassages({ path, without }: Props) {
  const list = useListState(passerFilterShape);
  const listing = usePassages(path, list.filters);
  const [openId, setOpenId] = useState<string>();

  return (
    <>
      <FilterBar active={list.active} onReset={list.reset}>
        <RangeFilters filters={list.filters} change={list.change} />
      </FilterBar>
      <PassageList list={list} listing={listing} onOpen={setOpenId} without={without} />
      <PassageDrawer id={openId} onClose={() => setOpenId(undefined)} />
    </>
  );
}
