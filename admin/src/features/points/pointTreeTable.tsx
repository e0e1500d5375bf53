import type { FlowItem } from '@anxing/contract/flow';
import type { Point } from '@anxing/contract/points';
import { isUnscanned, type PosterHint } from '@anxing/contract/posters';
import { Table } from 'antd';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { usePhone } from '../../lib/usePhone';
import { useAllPoints } from './api/allPoints';
import { usePointColumns } from './pointColumns';
import type { PointFilters } from './pointFilterShape';
import { treeOf, type PointNode } from './tree';

/** Trees up to this many points are unfolded when they appear. */
const unfoldedUpTo = 100;

function hasHint({ active, poster }: Point, hint: PosterHint): boolean {
  if (!poster) {
    return hint === 'missing' && active;
  }

  return hint === 'unprinted'
    ? poster.printed === 0
    : hint === 'unscanned' && isUnscanned(poster, Date.now());
}

function matcher({ q, category, active, poster }: PointFilters): (point: Point) => boolean {
  const wanted = q?.toLowerCase();

  return (point) =>
    (!wanted || `${point.name}\n${point.address}`.toLowerCase().includes(wanted)) &&
    (!category || point.category === category) &&
    (!active || String(point.active) === active) &&
    (!poster || hasHint(point, poster));
}

interface Props {
  filters: PointFilters;
  flows: ReadonlyMap<string, FlowItem>;
}

/** Buildings, floors and gates under each other. */
export function PointTreeTable({ filters, flows }: Props) {
  const { data, error, refetch } = useAllPoints();
  const isPhone = usePhone();
  const columns = usePointColumns(flows).filter(({ key }) => !isPhone || ['name', 'poster'].includes(key));
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading label="正在载入全部服务点" />;
  }
  const nodes = treeOf(data, matcher(filters));

  return (
    <Table<PointNode>
      // Unfolding is decided when the table appears: another search is another table.
      className="treeTable"
      key={JSON.stringify([filters.q, filters.category, filters.active, filters.poster])}
      aria-label="服务点层级"
      columns={columns.map(({ key, title, align, render }) => ({
        key,
        title,
        align,
        render: (_, row) => render(row),
      }))}
      dataSource={nodes}
      rowKey="id"
      expandable={{ defaultExpandAllRows: Boolean(filters.q) || data.length <= unfoldedUpTo }}
      pagination={nodes.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      {...(isPhone ? {} : { scroll: { x: 'max-content' } })}
      locale={{ emptyText: '没有符合条件的服务点' }}
    />
  );
}
