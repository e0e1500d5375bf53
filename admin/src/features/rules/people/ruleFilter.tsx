import { FilterBar } from '../../../components/filterBar';
import { FilterSelect } from '../../../components/filterSelect';
import type { ListControl } from '../../../lib/list/useListState';
import { useRulesInForce } from '../api/rules';
import { everyRule, type rulePeopleShape } from './rulePeopleShape';

/** Which rule; nothing is looked at before one is chosen. */
export function RuleFilter({ filters, active, change, reset }: ListControl<typeof rulePeopleShape>) {
  const { data } = useRulesInForce();
  const rules = (data?.rules ?? []).map(({ id, reason }) => ({ value: id, label: reason }));

  return (
    <FilterBar active={active} onReset={reset}>
      <FilterSelect
        id="people-rule"
        label="判定规则"
        hasSearch
        value={filters.rule}
        options={[{ value: everyRule, label: '全部规则' }, ...rules]}
        onChange={(rule) => change({ rule })}
      />
    </FilterBar>
  );
}
