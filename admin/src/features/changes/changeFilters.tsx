import { changeKindNames, changeStateNames } from '@anxing/contract/changes';

import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import type { changeFilterShape } from './changeFilterShape';

const states = [...optionsOf(changeStateNames), { value: 'all', label: '全部' }];

export function ChangeFilters({ filters, active, change, reset }: ListControl<typeof changeFilterShape>) {
  return (
    <FilterBar active={active} onReset={reset}>
      <FilterSelect
        id="change-state"
        label="状态"
        value={filters.state}
        options={states}
        isRequired
        onChange={(state) => change({ state })}
      />
      <FilterSelect
        id="change-kind"
        label="类型"
        value={filters.kind}
        options={optionsOf(changeKindNames)}
        onChange={(kind) => change({ kind })}
      />
    </FilterBar>
  );
}
