import { useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { pathOfFeed, useFeed } from '../features/feeds/api/feeds';
import { BatchUpload } from '../features/feeds/upload/batchUpload';

export function Component() {
  const { source = '' } = useParams();
  const { data, error, refetch } = useFeed(source);
  const page = `/feeds/${encodeURIComponent(source)}`;
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop title={`人工上传：${data.feed.name}`} back={{ to: page, label: data.feed.name }} />
      <section className="panel formPanel">
        <BatchUpload
          path={pathOfFeed(source)}
          delivery={data.feed.delivery}
          pages={`${page}/batches`}
          columns={data.feed.columns}
          refusedPage={`${page}?state=refused`}
        />
      </section>
    </>
  );
}
