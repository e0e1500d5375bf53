import { limits } from '@anxing/contract/limits';
import { unitKindNames } from '@anxing/contract/units';

import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { FilterText } from '../../components/filterText';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import type { unitFilterShape } from './unitFilterShape';

export function UnitFilters({ filters, active, change, reset }: ListControl<typeof unitFilterShape>) {
  return (
    <FilterBar active={active} onReset={reset}>
      <FilterText
        id="unit-q"
        label="名称或信用代码"
        value={filters.q}
        maxLength={limits.nameLength}
        onSearch={(q) => change({ q })}
      />
      <FilterSelect
        id="unit-kind"
        label="单位类型"
        value={filters.kind}
        options={optionsOf(unitKindNames)}
        onChange={(kind) => change({ kind })}
      />
    </FilterBar>
  );
}
