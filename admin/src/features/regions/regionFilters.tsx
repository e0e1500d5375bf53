import { DayField } from '../../components/dayField';
import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { FilterText } from '../../components/filterText';
import { useConfig } from '../../lib/config';
import type { ListControl } from '../../lib/list/useListState';
import type { regionFilterShape } from './regionFilterShape';

export function RegionFilters({ filters, active, change, reset }: ListControl<typeof regionFilterShape>) {
  const { divisions } = useConfig();
  const provinces = divisions.filter(({ code }) => code.endsWith('0000'));

  return (
    <FilterBar active={active} onReset={reset}>
      <DayField
        id="region-date"
        label="日期"
        value={filters.date}
        placeholder="今天"
        mayBeToCome
        onChange={(date) => change({ date })}
      />
      <FilterSelect
        id="region-within"
        label="省（区、市）"
        hasSearch
        value={filters.within && `${filters.within.slice(0, 2)}0000`}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(within) => change({ within, q: undefined })}
      />
      <FilterText
        id="region-q"
        label="名称或代码"
        value={filters.q}
        maxLength={60}
        onSearch={(q) => change({ q })}
      />
    </FilterBar>
  );
}
