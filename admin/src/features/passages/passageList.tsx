import type { PassagePage, PassageTotal } from '@anxing/contract/passages';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import type { PassageListing } from './api/listPassages';
import { passageColumns } from './passageColumns';
import type { passerFilterShape } from './passageFilterShape';

function totalText({ items, next }: PassagePage, total: PassageTotal | undefined): string {
  if (total) {
    return total.isMore ? `超过 ${total.count} 条记录` : `共 ${total.count} 条记录`;
  }

  return items.length > 0 ? `本页 ${items.length} 条${next ? '，后面还有' : ''}` : '';
}

interface Props {
  list: Pick<ListControl<typeof passerFilterShape>, 'pages' | 'filters' | 'change'>;
  listing: PassageListing;
  onOpen: (id: string) => void;
  /** Columns that would say the same in every row. */
  without?: readonly string[];
}

/** Comings and goings, page by page. */
export function PassageList({ list, listing, onOpen, without }: Props) {
  const { data, error, isFetching, refetch } = listing.page;
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <p className="listTotal" aria-live="polite">
        {data ? totalText(data, listing.total) : ''}
      </p>
      <RecordList
        label="出入记录"
        columns={passageColumns(onOpen, without)}
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
