import type { FlowItem } from '@anxing/contract/points';
import { Empty } from 'antd';

import { ErrorState } from '../../components/errorState';
import { InsideCount } from '../../components/insideCount';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { useFlow } from './api/today';
import { Figure } from './figure';

function Counts({ item }: { item: FlowItem }) {
  return (
    <div className="figures">
      <Figure label="今日进入">{item.in}</Figure>
      <Figure label="今日离开">{item.out}</Figure>
      <Figure label="当前在场">
        <InsideCount {...item} />
      </Figure>
    </div>
  );
}

/** How busy one point is today. */
export function PointToday({ pointId }: { pointId: string }) {
  const { data, error, refetch } = useFlow();
  if (error && !data) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const item = data.items.find((one) => one.pointId === pointId);

  return (
    <>
      {item ? <Counts item={item} /> : <Empty description="服务点已停用，没有今日人流" />}
      <p className="soft">
        更新时间 <Instant at={data.at} />
        ；在场人数包含下级服务点，同一人只计一次。
      </p>
    </>
  );
}
