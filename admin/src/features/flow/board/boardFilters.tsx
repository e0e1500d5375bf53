import { crowdStateNames, crowdStates } from '@anxing/contract/crowd';
import { limits } from '@anxing/contract/limits';
import { Select } from 'antd';
import { z } from 'zod';

import { FilterBar } from '../../../components/filterBar';
import { FilterField } from '../../../components/filterField';
import { FilterSelect } from '../../../components/filterSelect';
import { FilterText } from '../../../components/filterText';
import { optionsOf } from '../../../lib/labels';
import type { ListControl } from '../../../lib/list/useListState';

export const boardFilterShape = {
  q: z.string().max(limits.nameLength).optional(),
  state: z.enum(crowdStates).optional(),
  order: z.enum(['fullest', 'inside', 'tree']).default('fullest'),
  /** On a wall it has no menu and large numbers. */
  view: z.enum(['page', 'wall']).default('page'),
};

const orderNames = { fullest: '最拥挤在前', inside: '在场人数', tree: '按层级' };

export function BoardFilters({ filters, active, change, reset }: ListControl<typeof boardFilterShape>) {
  const { q, state, order } = filters;

  return (
    <FilterBar active={active} onReset={reset}>
      <FilterText
        id="board-q"
        label="服务点名称"
        value={q}
        maxLength={limits.nameLength}
        onSearch={(text) => change({ q: text })}
      />
      <FilterSelect
        id="board-state"
        label="状态"
        value={state}
        options={optionsOf(crowdStateNames)}
        onChange={(chosen) => change({ state: chosen })}
      />
      <FilterField id="board-order" label="排序">
        <Select
          id="board-order"
          value={order}
          options={optionsOf(orderNames)}
          onChange={(chosen) => change({ order: chosen })}
        />
      </FilterField>
    </FilterBar>
  );
}
