import { ReloadOutlined } from '@ant-design/icons';
import { passageExportKind } from '@anxing/contract/passages';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import { JobTray } from '../features/jobs/jobTray';
import { usePassages } from '../features/passages/api/listPassages';
import { ExportButton } from '../features/passages/exportButton';
import { PassageDrawer } from '../features/passages/passageDrawer';
import { PassageFilters } from '../features/passages/passageFilters';
import { discreetFilters, passageFilterShape } from '../features/passages/passageFilterShape';
import { PassageList } from '../features/passages/passageList';
import { useAllPoints } from '../features/points/api/allPoints';
import { pointOptions } from '../features/points/tree';
import { useStaffChoices } from '../features/staff/api/staffChoices';
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
  const listing = usePassages('unit/passages', list.filters);
  const { readFlow, manageStaff } = useAbilities();
  const { data: points = [] } = useAllPoints(readFlow);
  const staff = useStaffChoices(manageStaff, list.filters.staffId);
  const [openId, setOpenId] = useState<string>();

  return (
    <>
      <PageTop title="出入记录">
        <ExportButton filters={list.filters} />
        <RefreshButton />
      </PageTop>
      <PassageFilters list={list} points={pointOptions(points)} staff={staff} />
      <JobTray kind={passageExportKind} label="导出文件" />
      <PassageList list={list} listing={listing} onOpen={setOpenId} />
      <PassageDrawer id={openId} onClose={() => setOpenId(undefined)} />
    </>
  );
}
