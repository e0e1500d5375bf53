import type { Point } from '@anxing/contract/points';
import { Tabs, type TabsProps } from 'antd';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { StateTag } from '../components/stateTag';
import { flowsById, useFlow } from '../features/flow/api/today';
import { PointToday } from '../features/flow/pointToday';
import { usePoint } from '../features/points/api/getPoint';
import { ChildPoints } from '../features/points/childPoints';
import { PointActions } from '../features/points/pointActions';
import { PointFacts } from '../features/points/pointFacts';
import { PosterPanel } from '../features/posters/posterPanel';
import { useAbilities } from '../lib/ownUnit';

function useTabs(point: Point): NonNullable<TabsProps['items']> {
  const { managePoints, managePosters } = useAbilities();
  const { data: flow } = useFlow();
  const flows = useMemo(() => flowsById(flow), [flow]);
  const children = <ChildPoints point={point} flows={flows} mayAdd={managePoints} />;

  return [
    ...(managePosters ? [{ key: 'poster', label: '张贴码', children: <PosterPanel point={point} /> }] : []),
    { key: 'children', label: '下级服务点', children },
    { key: 'today', label: '今日人流', children: <PointToday pointId={point.id} /> },
  ];
}

function PointPage({ point }: { point: Point }) {
  const { managePoints } = useAbilities();
  const [search, setSearch] = useSearchParams();
  const items = useTabs(point);
  const wanted = search.get('tab');
  const active = items.find(({ key }) => key === wanted) ?? items[0];

  return (
    <>
      <PageTop
        title={point.name}
        back={{ to: '/points', label: '服务点' }}
        tags={<StateTag isOn={point.active} />}
      >
        {managePoints && <PointActions point={point} />}
      </PageTop>
      <section className="panel" aria-label="基本信息">
        <PointFacts point={point} />
      </section>
      <section className="panel">
        <Tabs
          items={items}
          activeKey={active?.key ?? ''}
          destroyOnHidden
          onChange={(tab) => setSearch({ tab }, { replace: true })}
        />
      </section>
    </>
  );
}

export function Component() {
  const { pointId = '' } = useParams();
  const { data, error, refetch } = usePoint(pointId);
  if (data) {
    return <PointPage point={data} />;
  }

  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
}
