import { Button, Space } from 'antd';

import { MomentField } from '../../components/momentField';
import { useZone } from '../../lib/useZone';
import { addDays } from '../../lib/zoneTime';

interface Props {
  filters: { from?: string | undefined; to?: string | undefined };
  change: (values: Record<string, unknown>) => void;
}

/** A range that would end before it begins follows its other end. */
export function RangeFilters({ filters, change }: Props) {
  const { today } = useZone();
  const dayOf = (moment: string) => moment.slice(0, 10);

  return (
    <>
      <MomentField
        id="passage-from"
        label="开始"
        value={filters.from}
        onChange={(from) =>
          change({ from, ...(from && filters.to && filters.to < from ? { to: dayOf(from) } : {}) })
        }
      />
      <MomentField
        id="passage-to"
        label="结束"
        value={filters.to}
        onChange={(to) =>
          change({ to, ...(to && filters.from && dayOf(filters.from) >= to ? { from: dayOf(to) } : {}) })
        }
      />
      <Space.Compact>
        <Button onClick={() => change({ from: today(), to: today() })}>今天</Button>
        <Button onClick={() => change({ from: addDays(today(), -6), to: today() })}>近 7 天</Button>
      </Space.Compact>
    </>
  );
}
