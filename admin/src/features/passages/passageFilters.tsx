import { limits } from '@anxing/contract/limits';
import { Button, Space } from 'antd';

import { DayField } from '../../components/dayField';
import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { FilterText } from '../../components/filterText';
import { useConfig } from '../../lib/config';
import { decisionNames, directionNames, optionsOf, passageKindNames } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import { useZone } from '../../lib/useZone';
import { addDays } from '../../lib/zoneTime';
import type { passageFilterShape } from './passageFilterShape';

interface Props {
  list: ListControl<typeof passageFilterShape>;
  points: { value: string; label: string }[];
}

function DayFilters({ list: { filters, change } }: Pick<Props, 'list'>) {
  const { today } = useZone();

  return (
    <>
      <DayField
        id="passage-from"
        label="开始日期"
        value={filters.from}
        onChange={(from) =>
          change({ from, ...(from && filters.to && filters.to < from ? { to: from } : {}) })
        }
      />
      <DayField
        id="passage-to"
        label="结束日期"
        value={filters.to}
        onChange={(to) => change({ to, ...(to && filters.from && filters.from > to ? { from: to } : {}) })}
      />
      <Space.Compact>
        <Button onClick={() => change({ from: today(), to: today() })}>今天</Button>
        <Button onClick={() => change({ from: addDays(today(), -6), to: today() })}>近 7 天</Button>
      </Space.Compact>
    </>
  );
}

export function PassageFilters({ list, points }: Props) {
  const { colours } = useConfig();
  const { filters, active, change, reset } = list;

  return (
    <FilterBar active={active} onReset={reset}>
      <DayFilters list={list} />
      <FilterSelect
        id="passage-point"
        label="服务点"
        hasSearch
        value={filters.pointId}
        options={points}
        onChange={(pointId) => change({ pointId })}
      />
      <FilterSelect
        id="passage-kind"
        label="方式"
        value={filters.kind}
        options={optionsOf(passageKindNames)}
        onChange={(kind) => change({ kind })}
      />
      <FilterSelect
        id="passage-direction"
        label="方向"
        value={filters.direction}
        options={optionsOf(directionNames)}
        onChange={(direction) => change({ direction })}
      />
      <FilterSelect
        id="passage-colour"
        label="健康码"
        value={filters.colour}
        options={colours.map(({ name, label }) => ({ value: name, label }))}
        onChange={(colour) => change({ colour })}
      />
      <FilterSelect
        id="passage-decision"
        label="处置"
        value={filters.decision}
        options={optionsOf(decisionNames)}
        onChange={(decision) => change({ decision })}
      />
      <FilterText
        id="passage-name"
        label="姓名"
        value={filters.name}
        hint="须输入完整姓名"
        maxLength={limits.nameLength}
        onSearch={(name) => change({ name })}
      />
    </FilterBar>
  );
}
