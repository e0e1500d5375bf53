import type { FlowDay } from '@anxing/contract/flow';
import { limits } from '@anxing/contract/limits';
import { Button } from 'antd';
import { useState } from 'react';

import { DayField } from '../../../components/dayField';
import { ErrorState } from '../../../components/errorState';
import { Loading } from '../../../components/loading';
import { NumberTable, type NumberColumn } from '../../../components/numberTable';
import { useZone } from '../../../lib/useZone';
import { addDays } from '../../../lib/zoneTime';
import { usePointDays } from '../api/pointHistory';

const usualDays = 14;

interface Range {
  from: string;
  to: string;
}

/** The range with another start; its end moves along when it would be reversed, or longer than is told at once. */
function startingAt(from: string, { to }: Range, today: string): Range {
  const latest = addDays(from, limits.flowHistoryDays - 1);
  const end = to < from || to > latest ? latest : to;

  return { from, to: end < today ? end : today };
}

/** The range with another end. */
function endingAt(to: string, { from }: Range): Range {
  const earliest = addDays(to, 1 - limits.flowHistoryDays);

  return { from: from > to || from < earliest ? addDays(to, 1 - usualDays) : from, to };
}

function columnsOf(onShow: (day: string) => void): NumberColumn<FlowDay>[] {
  return [
    { key: 'day', title: '日期', render: ({ day }) => day },
    { key: 'in', title: '进入', render: (row) => row.in },
    { key: 'out', title: '离开', render: ({ out }) => out },
    { key: 'peak', title: '最多在场', render: ({ peak }) => peak ?? '—' },
    {
      key: 'show',
      title: '曲线',
      render: ({ day }) => (
        <Button type="link" size="small" aria-label={`查看曲线 ${day}`} onClick={() => onShow(day)}>
          查看
        </Button>
      ),
    },
  ];
}

interface Props {
  pointId: string;
  /** Shows the curve of a day. */
  onShow: (day: string) => void;
}

/** A point's days, newest first. */
export function DayHistory({ pointId, onShow }: Props) {
  const { today } = useZone();
  const [range, setRange] = useState(() => endingAt(today(), { from: '', to: '' }));
  const { from, to } = range;
  const { data, error, refetch } = usePointDays(pointId, from, to);

  return (
    <>
      <div className="filterFields historyRange">
        <DayField
          id="history-from"
          label="开始日期"
          value={from}
          onChange={(day) => day && setRange(startingAt(day, range, today()))}
        />
        <DayField
          id="history-to"
          label="结束日期"
          value={to}
          onChange={(day) => day && setRange(endingAt(day, range))}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <NumberTable
          label="每日人流"
          columns={columnsOf(onShow)}
          rows={[...data.items].reverse()}
          keyOf={({ day }) => day}
        />
      ) : (
        !error && <Loading />
      )}
    </>
  );
}
