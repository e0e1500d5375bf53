import { appealStateNames, type OperatorAppealSummary } from '@anxing/contract/appeals';

import { ErrorState } from '../../components/errorState';
import { FilterBar } from '../../components/filterBar';
import { FilterSelect } from '../../components/filterSelect';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import { optionsOf } from '../../lib/labels';
import type { ListControl } from '../../lib/list/useListState';
import { useAppealPage } from './api/appeals';
import { appealColumns } from './appealColumns';
import type { appealFilterShape } from './appealFilterShape';

type Control = ListControl<typeof appealFilterShape>;

const idOf = ({ id }: OperatorAppealSummary) => id;
const overdue = [{ value: 'true', label: '已超时' }];

function AppealFilters({ filters, active, change, reset }: Control) {
  return (
    <FilterBar active={active} onReset={reset}>
      <FilterSelect
        id="appeal-state"
        label="状态"
        value={filters.state}
        options={optionsOf(appealStateNames)}
        onChange={(state) => change({ state })}
      />
      <FilterSelect
        id="appeal-overdue"
        label="期限"
        value={filters.overdue}
        options={overdue}
        onChange={(value) => change({ overdue: value })}
      />
    </FilterBar>
  );
}

/** Appeals of residents, newest first. */
export function AppealList({ list }: { list: Control }) {
  const { data, error, isFetching, refetch } = useAppealPage(list.filters);

  return (
    <>
      <AppealFilters {...list} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <RecordList
            label="申诉"
            columns={appealColumns}
            records={data?.items ?? []}
            keyOf={idOf}
            isLoading={isFetching}
            emptyText={list.active > 0 ? '没有符合条件的申诉' : '还没有申诉'}
          />
          <KeyPager
            pages={list.pages}
            next={data?.next}
            size={list.filters.limit}
            onSize={(limit) => list.change({ limit })}
          />
        </>
      )}
    </>
  );
}
