import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { usePassagePage, type PassagePage } from './api/listPassages';
import { passageColumns } from './passageColumns';
import type { passageFilterShape } from './passageFilterShape';

function totalText({ total, items, next }: PassagePage): string {
  if (total) {
    return total.estimate ? `约 ${total.count} 条记录` : `共 ${total.count} 条记录`;
  }

  return items.length > 0 ? `本页 ${items.length} 条${next ? '，后面还有' : ''}` : '';
}

interface Props {
  list: ListControl<typeof passageFilterShape>;
  onOpen: (id: string) => void;
}

/** Comings and goings, page by page. */
export function PassageList({ list, onOpen }: Props) {
  const { data, error, isFetching, refetch } = usePassagePage(list.filters);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <p className="listTotal" aria-live="polite">
        {data ? totalText(data) : ''}
      </p>
      <RecordList
        label="出入记录"
        columns={passageColumns(onOpen)}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有符合条件的出入记录"
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
