import { ReloadOutlined } from '@ant-design/icons';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import { PassageDrawer } from '../features/passages/passageDrawer';
import { PassageFilters } from '../features/passages/passageFilters';
import { discreetFilters, passageFilterShape } from '../features/passages/passageFilterShape';
import { PassageList } from '../features/passages/passageList';
import { useAllPoints } from '../features/points/api/allPoints';
import { pointOptions } from '../features/points/tree';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';
import { queryKeys } from '../lib/queryKeys';

const pageKey = [...queryKeys.passages, 'page'];

function RefreshButton() {
  const client = useQueryClient();
  const isBusy = useIsFetching({ queryKey: pageKey }) > 0;

  return (
    <Button
      icon={<ReloadOutlined aria-hidden />}
      loading={isBusy}
      onClick={() => void client.invalidateQueries({ queryKey: pageKey })}
    >
      刷新
    </Button>
  );
}

export function Component() {
  const list = useListState(passageFilterShape, discreetFilters);
  const { readFlow } = useAbilities();
  const { data: points = [] } = useAllPoints(readFlow);
  const [openId, setOpenId] = useState<string>();

  return (
    <>
      <PageTop title="出入记录">
        <RefreshButton />
      </PageTop>
      <PassageFilters list={list} points={pointOptions(points)} />
      <PassageList list={list} onOpen={setOpenId} />
      <PassageDrawer id={openId} onClose={() => setOpenId(undefined)} />
    </>
  );
}
