import { decisionNames, directionNames, passageWayNames } from '@anxing/contract/passages';
import { limits } from '@anxing/contract/limits';
import type { SelectProps } from 'antd';

import { FilterBar } from '../../components/filterBar';
import { FilterChoices } from '../../components/filterChoices';
import { FilterSelect } from '../../components/filterSelect';
import { FilterText } from '../../components/filterText';
import { useConfig } from '../../lib/config';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import { RangeFilters } from './rangeFilters';
import type { passageFilterShape } from './passageFilterShape';

const temperatureNames = { fever: '发热', normal: '正常', none: '未测量' } as const;
const countedNames = { true: '计入', false: '重复，未计入' } as const;

interface Props {
  list: ListControl<typeof passageFilterShape>;
  points: SelectProps['options'];
  staff: SelectProps['options'];
}

/** What was seen at the door. */
function VerdictFilters({ list: { filters, change } }: Pick<Props, 'list'>) {
  const { colours } = useConfig();

  return (
    <>
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
      <FilterSelect
        id="passage-temperature"
        label="体温"
        value={filters.temperature}
        options={optionsOf(temperatureNames)}
        onChange={(temperature) => change({ temperature })}
      />
    </>
  );
}

function WayFilters({ list: { filters, change }, staff }: Pick<Props, 'list' | 'staff'>) {
  return (
    <>
      <FilterSelect
        id="passage-kind"
        label="方式"
        value={filters.kind}
        options={optionsOf(passageWayNames)}
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
        id="passage-staff"
        label="查验人员"
        hasSearch
        value={filters.staffId}
        options={staff}
        onChange={(staffId) => change({ staffId })}
      />
      <FilterSelect
        id="passage-counted"
        label="人流统计"
        value={filters.counted}
        options={optionsOf(countedNames)}
        onChange={(counted) => change({ counted })}
      />
    </>
  );
}

/** There is no filter by document number: nobody learns a colour by typing one. */
export function PassageFilters({ list, points, staff }: Props) {
  const { filters, active, change, reset } = list;

  return (
    <FilterBar active={active} onReset={reset}>
      <RangeFilters filters={filters} change={change} />
      <FilterChoices
        id="passage-point"
        label="服务点"
        value={filters.pointId}
        options={points}
        most={limits.pointsInFilter}
        onChange={(pointId) => change({ pointId })}
      />
      <VerdictFilters list={list} />
      <WayFilters list={list} staff={staff} />
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
