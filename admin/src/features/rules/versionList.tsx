import { ruleVersionQuery, type RuleVersionSummary } from '@anxing/contract/ruleVersions';

import { ErrorState } from '../../components/errorState';
import { KeyPager } from '../../components/keyPager';
import { RecordList } from '../../components/recordList';
import type { ListControl } from '../../lib/list/useListState';
import { useRuleVersions } from './api/rules';
import { versionColumns } from './versionColumns';

export const versionListShape = ruleVersionQuery.shape;

const keyOf = ({ version }: RuleVersionSummary) => String(version);

/** All versions of the rules, newest first: none is ever overwritten. */
export function VersionList({ list }: { list: ListControl<typeof versionListShape> }) {
  const { data, error, isFetching, refetch } = useRuleVersions(list.filters);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }

  return (
    <>
      <RecordList
        label="规则版本"
        columns={versionColumns}
        records={data?.items ?? []}
        keyOf={keyOf}
        isLoading={isFetching}
        emptyText="还没有版本"
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
