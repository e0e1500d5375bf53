import { unitKindNames, type Unit } from '@anxing/contract/units';
import type { ReactNode } from 'react';

import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { StateTag } from '../../components/stateTag';
import { categoryName } from '../../lib/categories';
import { useConfig } from '../../lib/config';
import { divisionName } from '../../lib/divisions';

/** @param actions what can be done with one of them */
export function useUnitColumns(actions: (unit: Unit) => ReactNode): RecordColumn<Unit>[] {
  const { categories, divisions } = useConfig();

  return [
    {
      key: 'name',
      title: '名称和统一社会信用代码',
      card: 'heading',
      render: ({ name, creditCode }) => (
        <span className="wrapText">
          {name}
          <code className="underName">{creditCode}</code>
        </span>
      ),
    },
    {
      key: 'active',
      title: '状态',
      card: 'heading',
      render: ({ active }) => <StateTag isOn={active} on="正常" off="已停用" />,
    },

    {
      key: 'kind',
      title: '类型',
      render: ({ kind, category }) => `${unitKindNames[kind]} · ${categoryName(categories, category)}`,
    },
    { key: 'division', title: '行政区划', render: ({ division }) => divisionName(divisions, division) },
    { key: 'points', title: '服务点', align: 'right', render: ({ points }) => points },
    { key: 'created', title: '开通时间', render: ({ createdAt }) => <Instant at={createdAt} isDay /> },
    { key: 'actions', title: '操作', card: 'foot', render: actions },
  ];
}
