import { PageTop } from '../components/pageTop';
import { ChangeFilters } from '../features/changes/changeFilters';
import { changeFilterShape } from '../features/changes/changeFilterShape';
import { ChangeList } from '../features/changes/changeList';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(changeFilterShape);

  return (
    <>
      <PageTop title="变更审批" />
      <p className="soft pageLead">
        影响居民健康码的变更，须由一人提出、另一人审批后才生效；提出的人不能审批自己的变更。
      </p>
      <ChangeFilters {...list} />
      <ChangeList list={list} />
    </>
  );
}
