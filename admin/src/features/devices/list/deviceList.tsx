import type { Device, DeviceCreated } from '@anxing/contract/devices';
import { Button } from 'antd';
import { useState } from 'react';

import { ErrorState } from '../../../components/errorState';
import { KeyPager } from '../../../components/keyPager';
import { RecordList } from '../../../components/recordList';
import type { ListControl } from '../../../lib/list/useListState';
import { useDevicePage } from '../api/devices';
import { DeviceActions } from './deviceActions';
import { deviceColumns } from './deviceColumns';
import type { deviceListShape } from './deviceListShape';
import { RefusalsDialog } from './refusalsDialog';

interface Props {
  list: ListControl<typeof deviceListShape>;
  onEdit: (of: Device) => void;
  onCode: (created: DeviceCreated) => void;
}

function countOf({ refusals }: Device): number {
  return refusals.reduce((sum, { count }) => sum + count, 0);
}

/** The unit's devices, newest first. */
export function DeviceList({ list, onEdit, onCode }: Props) {
  const { data, error, isPending, refetch } = useDevicePage(list.filters);
  const [looked, setLooked] = useState<Device>();
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const columns = deviceColumns(
    (of) => (
      <Button type="link" size="small" aria-label={`被拒绝的请求 ${of.name}`} onClick={() => setLooked(of)}>
        {countOf(of)} 次
      </Button>
    ),
    (of) => <DeviceActions of={of} onEdit={() => onEdit(of)} onCode={onCode} />,
  );

  return (
    <>
      <RecordList
        label="设备"
        columns={columns}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isPending}
        emptyText="还没有设备"
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={list.filters.limit}
        onSize={(limit) => list.change({ limit })}
      />
      {looked && <RefusalsDialog of={looked} onClose={() => setLooked(undefined)} />}
    </>
  );
}
