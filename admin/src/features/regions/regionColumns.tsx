import type { RegionLevel } from '@anxing/contract/regions';
import { Button } from 'antd';

import type { RecordColumn } from '../../components/recordColumn';
import { LevelTag } from './levelTag';
import { periodText } from './periodText';
import { hasInside, type RegionRow } from './regionRow';

interface Actions {
  /** Shows what lies in it. */
  onEnter: (division: string) => void;
  onHistory: (row: RegionRow) => void;
}

function Name({ row, onEnter }: Pick<Actions, 'onEnter'> & { row: RegionRow }) {
  const { name, division } = row;

  return (
    <span className="wrapText">
      {hasInside(division) ? (
        <Button type="link" className="inlineLink" onClick={() => onEnter(division)}>
          {name}
        </Button>
      ) : (
        name
      )}
      <span className="underName">{division}</span>
    </span>
  );
}

function Period({ from, until, setFor, division }: RegionRow) {
  return (
    <span className="wrapText">
      {periodText(from, until)}
      {setFor !== null && setFor !== division && <span className="underName">随上级区划</span>}
    </span>
  );
}

export function regionColumns(
  levels: readonly RegionLevel[],
  { onEnter, onHistory }: Actions,
): RecordColumn<RegionRow>[] {
  return [
    { key: 'name', title: '区域', card: 'heading', render: (row) => <Name row={row} onEnter={onEnter} /> },
    {
      key: 'level',
      title: '等级',
      card: 'heading',
      render: ({ level }) => <LevelTag levels={levels} level={level} />,
    },
    { key: 'period', title: '期间', render: (row) => <Period {...row} /> },
    {
      key: 'policy',
      title: '防控要求',
      render: ({ policy }) => <span className="policyText">{policy}</span>,
    },
    {
      key: 'actions',
      title: '操作',
      card: 'foot',
      render: (row) => (
        <Button type="link" size="small" aria-label={`历史 ${row.name}`} onClick={() => onHistory(row)}>
          历史
        </Button>
      ),
    },
  ];
}
