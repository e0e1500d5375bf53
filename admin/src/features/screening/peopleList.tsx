import type { ScreeningPerson } from '@anxing/contract/screening';
import { Empty } from 'antd';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { useScreeningPeople } from './api/screening';
import { peopleColumns } from './peopleColumns';
import { ScreeningFilters } from './screeningFilters';
import { everyGroup, type screeningShape } from './screeningShape';

type Control = ListControl<typeof screeningShape>;

const idOf = ({ id }: ScreeningPerson) => id;

function ChosenPeople({ list }: { list: Control }) {
  const { group, ...rest } = list.filters;
  const query = group === undefined || group === everyGroup ? rest : { ...rest, group };
  const { data, error, isFetching, refetch } = useScreeningPeople(query);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="名单人员"
        columns={peopleColumns}
        records={data?.items ?? []}
        keyOf={idOf}
        isLoading={isFetching}
        emptyText="没有符合条件的人员"
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

/** Who is on the lists, masked, the longest due first; looked at when something is chosen, not before. */
export function PeopleList({ list }: { list: Control }) {
  const isChosen = list.filters.group !== undefined || list.filters.state !== undefined;

  return (
    <>
      <ScreeningFilters {...list} />
      {isChosen ? <ChosenPeople list={list} /> : <Empty description="请先选择人群或检测情况" />}
    </>
  );
}
