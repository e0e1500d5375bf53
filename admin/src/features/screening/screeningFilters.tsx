import { screeningFilterNames } from '@anxing/contract/screening';

import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import { useScreeningBoard } from './api/screening';
import { everyGroup, type screeningShape } from './screeningShape';

/** Of which group, and how they stand; nobody is looked at before something is chosen. */
export function ScreeningFilters({ filters, active, change, reset }: ListControl<typeof screeningShape>) {
  const { data } = useScreeningBoard();
  const named = (data?.groups ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <FilterBar active={active} onReset={reset}>
      <FilterSelect
        id="screening-group"
        label="人群"
        value={filters.group}
        options={[{ value: everyGroup, label: '全部人群' }, ...named]}
        onChange={(group) => change({ group })}
      />
      <FilterSelect
        id="screening-state"
        label="检测情况"
        value={filters.state}
        options={optionsOf(screeningFilterNames)}
        onChange={(state) => change({ state })}
      />
    </FilterBar>
  );
}
