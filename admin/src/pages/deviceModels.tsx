import { PageTop } from '../components/pageTop';
import { DecisionList } from '../features/devices/decisions/decisionList';
import { decisionListShape } from '../features/devices/decisions/decisionListShape';
import { StateChoice } from '../features/devices/decisions/stateChoice';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(decisionListShape);

  return (
    <>
      <PageTop title="设备型号审批">
        <StateChoice value={list.filters.state} onChange={(state) => list.change({ state })} />
      </PageTop>
      <DecisionList list={list} />
    </>
  );
}
