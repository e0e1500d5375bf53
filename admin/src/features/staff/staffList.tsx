import type { InitialPassword, StaffMember } from '@anxing/contract/units';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { useStaffPage } from './api/listStaff';
import { StaffActions } from './staffActions';
import { staffColumns } from './staffColumns';
import type { staffListShape } from './staffListShape';

interface Props {
  list: ListControl<typeof staffListShape>;
  onEdit: (member: StaffMember) => void;
  onReset: (slip: InitialPassword) => void;
}

/** The unit's sub-accounts, newest first. */
export function StaffList({ list, onEdit, onReset }: Props) {
  const { data, error, isFetching, refetch } = useStaffPage(list.filters);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const columns = staffColumns((member) => (
    <StaffActions member={member} onEdit={() => onEdit(member)} onReset={onReset} />
  ));

  return (
    <>
      <RecordList
        label="子账号"
        columns={columns}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="还没有子账号"
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
