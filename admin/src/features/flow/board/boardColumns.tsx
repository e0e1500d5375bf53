import { Button, Space } from 'antd';
import { Link } from 'react-router';

import { CrowdBadge } from '../../../components/crowdBadge';
import type { RecordColumn } from '../../../components/recordColumn';
import { emptyingLabel } from '../useEmptying';
import type { BoardRow } from './boardRows';
import { CapacityBar } from './capacityBar';

interface Actions {
  /** undefined: not for him. */
  onSettings: ((row: BoardRow) => void) | undefined;
  onEmpty: ((row: BoardRow) => void) | undefined;
  isTree: boolean;
}

function PlaceName({ row, isTree }: { row: BoardRow; isTree: boolean }) {
  const style = isTree ? { paddingInlineStart: row.depth * 20 } : {};

  return (
    <span className="boardName" style={style}>
      <Link className="wrapText" to={`/points/${row.pointId}?tab=today`}>
        {row.name}
      </Link>
      {!isTree && row.path && <span className="underName">{row.path}</span>}
    </span>
  );
}

function RowActions({ row, onSettings, onEmpty }: { row: BoardRow } & Actions) {
  return (
    <Space size={4} wrap>
      {onSettings && (
        <Button type="link" size="small" aria-label={`配置预警 ${row.name}`} onClick={() => onSettings(row)}>
          配置预警
        </Button>
      )}
      {onEmpty && (
        <Button
          type="link"
          size="small"
          danger
          disabled={row.inside === 0}
          aria-label={`${emptyingLabel(row)} ${row.name}`}
          onClick={() => onEmpty(row)}
        >
          {emptyingLabel(row)}
        </Button>
      )}
    </Space>
  );
}

export function boardColumns(actions: Actions): RecordColumn<BoardRow>[] {
  const { onSettings, onEmpty, isTree } = actions;

  return [
    {
      key: 'name',
      title: '服务点',
      card: 'heading',
      render: (row) => <PlaceName row={row} isTree={isTree} />,
    },
    { key: 'state', title: '状态', card: 'heading', render: ({ state }) => <CrowdBadge state={state} /> },
    {
      key: 'inside',
      title: '当前在场',
      align: 'right',
      render: ({ inside }) => <strong className="boardInside">{inside}</strong>,
    },
    { key: 'capacity', title: '容量', width: 200, render: (row) => <CapacityBar {...row} /> },
    { key: 'in', title: '今日进入', align: 'right', render: (row) => row.in },
    { key: 'out', title: '今日离开', align: 'right', render: ({ out }) => out },
    ...(onSettings || onEmpty
      ? [
          {
            key: 'actions',
            title: '操作',
            card: 'foot' as const,
            render: (row: BoardRow) => <RowActions row={row} {...actions} />,
          },
        ]
      : []),
  ];
}
