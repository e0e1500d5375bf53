import type { FlowItem } from '@anxing/contract/flow';
import { Link } from 'react-router';

import { InsideCount } from '../../components/insideCount';
import { RecordList } from '../../components/recordList';
import type { RecordColumn } from '../../components/recordColumn';

const shown = 8;

const columns: RecordColumn<FlowItem>[] = [
  {
    key: 'name',
    title: '服务点',
    card: 'heading',
    render: ({ pointId, name }) => (
      <Link className="wrapText" to={`/points/${pointId}?tab=today`}>
        {name}
      </Link>
    ),
  },
  { key: 'in', title: '今日进入', align: 'right', render: (item) => item.in },
  { key: 'out', title: '今日离开', align: 'right', render: ({ out }) => out },
  { key: 'inside', title: '当前在场', align: 'right', render: (item) => <InsideCount {...item} /> },
];

/** How full a place is, as a share of what it holds; places without a limit come after those with one. */
function fullness({ inside, capacity }: FlowItem): number {
  return capacity === null ? 0 : inside / capacity;
}

/** The fullest points first. */
export function BusyPoints({ items }: { items: readonly FlowItem[] }) {
  const busiest = [...items]
    .sort((one, other) => fullness(other) - fullness(one) || other.inside - one.inside || other.in - one.in)
    .slice(0, shown);

  return (
    <>
      <h3 className="sectionTitle">人流较多的服务点</h3>
      <RecordList
        label="人流较多的服务点"
        columns={columns}
        records={busiest}
        keyOf={({ pointId }) => pointId}
        isLoading={false}
        emptyText="还没有使用中的服务点"
      />
    </>
  );
}
