import { ApartmentOutlined, BarsOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { posterHintNames, posterHints } from '@anxing/contract/posters';
import { Segmented } from 'antd';

import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { FilterText } from '../../components/filterText';
import { categoryOptions } from '../../lib/categories';
import { useConfig } from '../../lib/config';
import type { ListControl } from '../../lib/list/useListState';
import type { pointFilterShape } from './pointFilterShape';

const states = [
  { value: 'true', label: '使用中' },
  { value: 'false', label: '已停用' },
];

const hints = posterHints.map((value) => ({ value, label: posterHintNames[value] }));

const views = [
  { value: 'list', label: '列表', icon: <BarsOutlined aria-hidden /> },
  { value: 'tree', label: '层级', icon: <ApartmentOutlined aria-hidden /> },
];

export function PointFilters({ filters, active, change, reset }: ListControl<typeof pointFilterShape>) {
  const { categories } = useConfig();

  return (
    <FilterBar active={active} onReset={reset}>
      <FilterText
        id="point-q"
        label="名称或地址"
        value={filters.q}
        maxLength={limits.nameLength}
        onSearch={(q) => change({ q })}
      />
      <FilterSelect
        id="point-category"
        label="类别"
        hasSearch
        value={filters.category}
        options={categoryOptions(categories)}
        onChange={(category) => change({ category })}
      />
      <FilterSelect
        id="point-active"
        label="状态"
        value={filters.active}
        options={states}
        onChange={(state) => change({ active: state })}
      />
      <FilterSelect
        id="point-poster"
        label="张贴码"
        value={filters.poster}
        options={hints}
        onChange={(poster) => change({ poster })}
      />
      <Segmented
        aria-label="显示方式"
        options={views}
        value={filters.view}
        onChange={(view) => change({ view: view === 'list' ? undefined : view })}
      />
    </FilterBar>
  );
}
