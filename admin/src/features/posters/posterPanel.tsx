import type { Point } from '@anxing/contract/points';
import { App, Button, Empty } from 'antd';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { asApiError } from '../../lib/api/apiError';
import { useIssuePoster } from './api/changePosters';
import { usePosters } from './api/listPosters';
import { PosterHistory } from './posterHistory';
import { PosterInForce } from './posterInForce';

function NoPoster({ point }: { point: Point }) {
  const issue = useIssuePoster(point.id);
  const { message } = App.useApp();
  if (!point.active) {
    return <Empty description="服务点已停用，没有有效的张贴码" />;
  }

  function start(): void {
    issue.mutate(undefined, {
      onSuccess: () => void message.success('张贴码已生成'),
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Empty description="还没有有效的张贴码，访客暂时无法扫码登记">
      <Button type="primary" loading={issue.isPending} onClick={start}>
        生成张贴码
      </Button>
    </Empty>
  );
}

/** All about a point's posters: the one in force, and those before it. */
export function PosterPanel({ point }: { point: Point }) {
  const { data, error, isFetching, refetch } = usePosters(point.id);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const inForce = data.items.find(({ revokedAt }) => revokedAt === null);

  return (
    <>
      {inForce ? (
        <PosterInForce pointId={point.id} pointName={point.name} poster={inForce} />
      ) : (
        <NoPoster point={point} />
      )}
      {data.items.length > 0 && (
        <>
          <h2 className="sectionTitle">历次张贴码</h2>
          <PosterHistory posters={data.items} isLoading={isFetching} />
        </>
      )}
    </>
  );
}
