import { PageTop } from '../components/pageTop';
import { appealFilterShape } from '../features/appeals/appealFilterShape';
import { AppealList } from '../features/appeals/appealList';
import { OverdueAppeals } from '../features/appeals/overdueAppeals';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(appealFilterShape);

  return (
    <>
      <PageTop title="申诉" />
      {list.active === 0 && <OverdueAppeals />}
      <AppealList list={list} />
    </>
  );
}
