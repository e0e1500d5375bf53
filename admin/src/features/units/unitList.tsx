import type { InitialPassword, Unit } from '@anxing/contract/units';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { useUnitPage } from './api/listUnits';
import { UnitActions } from './unitActions';
import { useUnitColumns } from './unitColumns';
import type { unitFilterShape } from './unitFilterShape';

interface Props {
  list: ListControl<typeof unitFilterShape>;
  onEdit: (unit: Unit) => void;
  onReset: (slip: InitialPassword) => void;
}

/** All units of the platform, newest first. */
export function UnitList({ list, onEdit, onReset }: Props) {
  const { data, error, isFetching, refetch } = useUnitPage(list.filters);
  const columns = useUnitColumns((unit) => (
    <UnitActions unit={unit} onEdit={() => onEdit(unit)} onReset={onReset} />
  ));
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="单位"
        columns={columns}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有符合条件的单位"
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={list.filters.limit}
        onSize={(limit) => list.change({ limit })}
      />
    </>
  );
}
