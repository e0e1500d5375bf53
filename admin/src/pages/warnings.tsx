import { PageTop } from '../components/pageTop';
import { WarningList, warningFilterShape } from '../features/flow/warnings/warningList';
import { useAllPoints } from '../features/points/api/allPoints';
import { pointOptions } from '../features/points/tree';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(warningFilterShape);
  const { data: points = [] } = useAllPoints();

  return (
    <>
      <PageTop title="预警记录" back={{ to: '/flow', label: '人流预警' }} />
      <WarningList list={list} points={pointOptions(points)} />
    </>
  );
}
