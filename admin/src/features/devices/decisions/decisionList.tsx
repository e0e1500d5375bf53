import { ErrorState } from '../../../components/errorState';
import { KeyPager } from '../../../components/keyPager';
import { RecordList } from '../../../components/recordList';
import type { ListControl } from '../../../lib/list/useListState';
import { useWaitingModels } from '../api/decisions';
import { DecisionActions } from './decisionActions';
import { decisionColumns } from './decisionColumns';
import type { decisionListShape } from './decisionListShape';

/** Models of all units, newest first. */
export function DecisionList({ list }: { list: ListControl<typeof decisionListShape> }) {
  const { data, error, isFetching, refetch } = useWaitingModels(list.filters);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="设备型号"
        columns={decisionColumns((model) => (
          <DecisionActions model={model} />
        ))}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有设备型号"
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
