import { PageTop } from '../components/pageTop';
import { FeedList } from '../features/feeds/board/feedList';
import { RecomputePanel } from '../features/feeds/board/recomputePanel';

export function Component() {
  return (
    <>
      <PageTop title="数据源看板" />
      <RecomputePanel />
      <FeedList />
    </>
  );
}
