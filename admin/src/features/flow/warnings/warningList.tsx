import { warningLevelNames } from '@anxing/contract/crowd';
import { warningQuery, type FlowWarning } from '@anxing/contract/flow';
import { useState } from 'react';

import { DayField } from '../../../components/dayField';
import { ErrorState } from '../../../components/errorState';
import { FilterBar } from '../../../components/filterBar';
import { FilterSelect } from '../../../components/filterSelect';
import { KeyPager } from '../../../components/keyPager';
import { RecordList } from '../../../components/recordList';
import { optionsOf } from '../../../lib/labels';
import type { ListControl } from '../../../lib/list/useListState';
import { useAbilities } from '../../../lib/ownUnit';
import { useWarningPage } from '../api/warnings';
import { AcknowledgeDialog } from './acknowledgeDialog';
import { warningColumns } from './warningColumns';

export const warningFilterShape = warningQuery.shape;

interface Props {
  list: ListControl<typeof warningFilterShape>;
  points: { value: string; label: string }[];
}

function WarningFilters({ list: { filters, active, change, reset }, points }: Props) {
  return (
    <FilterBar active={active} onReset={reset}>
      <DayField
        id="warning-from"
        label="开始日期"
        value={filters.from}
        onChange={(from) =>
          change({ from, ...(from && filters.to && filters.to < from ? { to: from } : {}) })
        }
      />
      <DayField
        id="warning-to"
        label="结束日期"
        value={filters.to}
        onChange={(to) => change({ to, ...(to && filters.from && filters.from > to ? { from: to } : {}) })}
      />
      <FilterSelect
        id="warning-point"
        label="服务点"
        hasSearch
        value={filters.pointId}
        options={points}
        onChange={(pointId) => change({ pointId })}
      />
      <FilterSelect
        id="warning-level"
        label="级别"
        value={filters.level}
        options={optionsOf(warningLevelNames)}
        onChange={(level) => change({ level })}
      />
    </FilterBar>
  );
}

/** Warnings that were, and that are, page by page. */
export function WarningList({ list, points }: Props) {
  const { manageFlow } = useAbilities();
  const { data, error, isFetching, refetch } = useWarningPage(list.filters);
  const [seeing, setSeeing] = useState<FlowWarning>();
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <WarningFilters list={list} points={points} />
      <RecordList
        label="预警记录"
        columns={warningColumns(manageFlow ? setSeeing : undefined)}
        records={data?.items ?? []}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有符合条件的预警"
      />
      <KeyPager
        pages={list.pages}
        next={data?.next}
        size={list.filters.limit}
        onSize={(limit) => list.change({ limit })}
      />
      {seeing && <AcknowledgeDialog warning={seeing} onClose={() => setSeeing(undefined)} />}
    </>
  );
}
