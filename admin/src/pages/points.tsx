import { PlusOutlined } from '@ant-design/icons';
import { useMemo } from 'react';

import { LinkButton } from '../components/linkButton';
import { PageTop } from '../components/pageTop';
import { flowsById, useFlow } from '../features/flow/api/today';
import { PointFilters } from '../features/points/pointFilters';
import { pointFilterShape } from '../features/points/pointFilterShape';
import { PointList } from '../features/points/pointList';
import { PointTreeTable } from '../features/points/pointTreeTable';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';

export function Component() {
  const list = useListState(pointFilterShape);
  const { managePoints } = useAbilities();
  const { data: flow } = useFlow();
  const flows = useMemo(() => flowsById(flow), [flow]);

  return (
    <>
      <PageTop title="服务点">
        {managePoints && (
          <LinkButton type="primary" icon={<PlusOutlined aria-hidden />} to="/points/new">
            新建服务点
          </LinkButton>
        )}
      </PageTop>
      <PointFilters {...list} />
      {list.filters.view === 'tree' ? (
        <PointTreeTable filters={list.filters} flows={flows} />
      ) : (
        <PointList list={list} flows={flows} />
      )}
    </>
  );
}
