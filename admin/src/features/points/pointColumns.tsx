import type { FlowItem } from '@anxing/contract/flow';
import type { Point } from '@anxing/contract/points';
import { Link } from 'react-router';

import { InsideCount } from '../../components/insideCount';
import type { RecordColumn } from '../../components/recordColumn';
import { StateTag } from '../../components/stateTag';
import { categoryName } from '../../lib/categories';
import { useConfig } from '../../lib/config';
import { PosterTag } from './posterTag';

/** @param flows today's counts by point id */
export function usePointColumns(flows: ReadonlyMap<string, FlowItem>): RecordColumn<Point>[] {
  const { categories } = useConfig();

  return [
    {
      key: 'name',
      title: '名称',
      card: 'heading',
      render: ({ id, name }) => (
        <Link className="wrapText" to={`/points/${id}`}>
          {name}
        </Link>
      ),
    },
    { key: 'active', title: '状态', card: 'heading', render: ({ active }) => <StateTag isOn={active} /> },
    { key: 'address', title: '地址', render: ({ address }) => <span className="wrapText">{address}</span> },
    {
      key: 'category',
      title: '类别',
      render: ({ category }) => categoryName(categories, category),
    },
    { key: 'poster', title: '张贴码', render: (point) => <PosterTag point={point} /> },
    {
      key: 'inside',
      title: '当前在场',
      align: 'right',
      render: ({ id, capacity, warningLine }) => {
        const flow = flows.get(id);

        return flow ? (
          <InsideCount inside={flow.inside} capacity={capacity} warningLine={warningLine} />
        ) : (
          '—'
        );
      },
    },
  ];
}
