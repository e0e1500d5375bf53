import type { FlowHour } from '@anxing/contract/flow';

import { ErrorState } from '../../../components/errorState';
import { Loading } from '../../../components/loading';
import { NumberTable, type NumberColumn } from '../../../components/numberTable';
import { TrendChart } from '../../../components/trendChart';
import type { TrendSeries } from '../../../lib/trend';
import { useZone } from '../../../lib/useZone';
import { addDays } from '../../../lib/zoneTime';
import { usePointHours } from '../api/pointHistory';

interface HourRow extends FlowHour {
  time: string;
  before: number | null;
  isToCome: boolean;
}

function seriesOf(rows: readonly HourRow[]): TrendSeries[] {
  return [
    { name: '在场', tone: 'toneInside', values: rows.map(({ inside }) => inside) },
    { name: '进入', tone: 'toneIn', values: rows.map((row) => (row.isToCome ? null : row.in)) },
    { name: '离开', tone: 'toneOut', values: rows.map((row) => (row.isToCome ? null : row.out)) },
    { name: '前一日在场', tone: 'toneBefore', values: rows.map(({ before }) => before), isDashed: true },
  ];
}

function known(value: number | null): number | string {
  return value ?? '—';
}

const columns: NumberColumn<HourRow>[] = [
  { key: 'time', title: '时段', render: ({ time }) => `${time} 起` },
  { key: 'in', title: '进入', render: (row) => row.in },
  { key: 'out', title: '离开', render: ({ out }) => out },
  { key: 'inside', title: '末在场', render: ({ inside }) => known(inside) },
  { key: 'before', title: '前一日', render: ({ before }) => known(before) },
];

/** A point's day as lines and as a table, with the day before beside it. @param day YYYY-MM-DD */
export function DayCurve({ pointId, day }: { pointId: string; day: string }) {
  const { time, now } = useZone();
  const own = usePointHours(pointId, day);
  const before = usePointHours(pointId, addDays(day, -1));
  if (own.error && !own.data) {
    return <ErrorState error={own.error} onRetry={() => void own.refetch()} />;
  }
  if (!own.data) {
    return <Loading />;
  }
  const rows = own.data.hours.map((hour, i) => ({
    ...hour,
    time: time(hour.at).slice(11, 16),
    before: before.data?.hours[i]?.inside ?? null,
    isToCome: hour.at > now(),
  }));

  return (
    <>
      <TrendChart label={`${day} 各时段人流`} times={rows.map((row) => row.time)} series={seriesOf(rows)} />
      <details className="trendTable">
        <summary>以表格查看</summary>
        <NumberTable
          label={`${day} 各时段人流`}
          columns={columns}
          rows={rows}
          keyOf={({ at }) => String(at)}
        />
      </details>
    </>
  );
}
