import type { FlowItem } from '@anxing/contract/flow';
import { Button, Empty } from 'antd';
import { useState } from 'react';

import { CrowdBadge } from '../../components/crowdBadge';
import { ErrorState } from '../../components/errorState';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { useAbilities } from '../../lib/ownUnit';
import { useZone } from '../../lib/useZone';
import { useFlow } from './api/today';
import { Figure } from './figure';
import { DayCurve } from './history/dayCurve';
import { DayHistory } from './history/dayHistory';
import { emptyingLabel, useEmptying } from './useEmptying';
import { WarningSettings } from './warnings/warningSettings';

function Counts({ item }: { item: FlowItem }) {
  return (
    <div className="figures">
      <Figure label="当前在场">
        {item.inside}
        {item.capacity !== null && <span className="soft"> / {item.capacity}</span>}
      </Figure>
      <Figure label="今日进入">{item.in}</Figure>
      <Figure label="今日离开">{item.out}</Figure>
      <Figure label="状态">
        <CrowdBadge state={item.state} />
      </Figure>
    </div>
  );
}

function PointButtons({ item }: { item: FlowItem }) {
  const { managePoints, manageFlow } = useAbilities();
  const [isSetting, setSetting] = useState(false);
  const empty = useEmptying();

  return (
    <div className="tabActions flowButtons">
      {managePoints && <Button onClick={() => setSetting(true)}>配置预警</Button>}
      {manageFlow && (
        <Button danger disabled={item.inside === 0} onClick={() => empty(item)}>
          {emptyingLabel(item)}
        </Button>
      )}
      {isSetting && <WarningSettings point={item} onClose={() => setSetting(false)} />}
    </div>
  );
}

function History({ pointId }: { pointId: string }) {
  const { today } = useZone();
  const [day, setDay] = useState(today());

  return (
    <>
      <h2 className="sectionTitle">当日曲线</h2>
      <DayCurve pointId={pointId} day={day} />
      <h2 className="sectionTitle">历史</h2>
      <DayHistory pointId={pointId} onShow={setDay} />
    </>
  );
}

/** How busy one point is, today and in the days before. */
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
      {item ? (
        <>
          <PointButtons item={item} />
          <Counts item={item} />
        </>
      ) : (
        <Empty description="服务点已停用，没有今日人流" />
      )}
      <p className="soft">
        更新时间 <Instant at={data.at} />
        ；在场人数包含下级服务点，同一人只计一次。
      </p>
      <History pointId={pointId} />
    </>
  );
}
