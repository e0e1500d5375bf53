import { ErrorState } from '../../components/errorState';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { totalOf, useFlow } from './api/today';
import { Figure } from './figure';
import { BusyPoints } from './busyPoints';

/** The day so far over all points, and the fullest of them. */
export function TodayFigures() {
  const { data, error, refetch } = useFlow();
  if (error && !data) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const total = totalOf(data.items);

  return (
    <>
      <div className="figures">
        <Figure label="今日进入">{total.in}</Figure>
        <Figure label="今日离开">{total.out}</Figure>
        <Figure label="当前在场">{total.inside}</Figure>
      </div>
      <BusyPoints items={data.items} />
      <p className="soft">
        更新时间 <Instant at={data.at} />
        ，每 20 秒自动更新
      </p>
    </>
  );
}
