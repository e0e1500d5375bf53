import { useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useBatch } from '../features/feeds/api/batches';
import { pathOfFeed, useFeed } from '../features/feeds/api/feeds';
import { BatchDetail } from '../features/feeds/batches/batchDetail';
import { BatchStateTag } from '../features/feeds/batches/batchStateTag';
import { faultFilterShape } from '../features/feeds/batches/faultFilterShape';
import { HeldActions, isHeld } from '../features/feeds/batches/heldActions';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';

export function Component() {
  const { source = '', batchId = '' } = useParams();
  const path = pathOfFeed(source);
  const { manageFeeds } = useAbilities();
  const faults = useListState(faultFilterShape);
  const { data: detail } = useFeed(source);
  const { data, error, refetch } = useBatch(path, batchId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop
        title="批次"
        quoted={data.batchId}
        back={{ to: `/feeds/${encodeURIComponent(source)}`, label: data.sourceName }}
        tags={<BatchStateTag state={data.state} />}
      >
        {manageFeeds && isHeld(data) && <HeldActions path={path} batch={data} />}
      </PageTop>
      <BatchDetail path={path} batch={data} columns={detail?.feed.columns ?? []} faults={faults} />
    </>
  );
}
