import { PlusOutlined } from '@ant-design/icons';
import type { InitialPassword, StaffMember } from '@anxing/contract/units';
import { Button } from 'antd';
import { useState } from 'react';

import { OneTimePassword } from '../components/oneTimePassword';
import { PageTop } from '../components/pageTop';
import { useAllPoints } from '../features/points/api/allPoints';
import { pointOptions } from '../features/points/tree';
import { AddStaffDrawer } from '../features/staff/addStaffDrawer';
import { EditStaffDrawer } from '../features/staff/editStaffDrawer';
import { StaffList } from '../features/staff/staffList';
import { staffListShape } from '../features/staff/staffListShape';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';

export function Component() {
  const list = useListState(staffListShape);
  const { readFlow } = useAbilities();
  const { data = [] } = useAllPoints(readFlow);
  const points = pointOptions(data.filter(({ active }) => active));
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<StaffMember>();
  const [slip, setSlip] = useState<InitialPassword>();

  return (
    <>
      <PageTop title="子账号">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          新增子账号
        </Button>
      </PageTop>
      <StaffList list={list} onEdit={setEdited} onReset={setSlip} />
      {isAdding && <AddStaffDrawer points={points} onAdded={setSlip} onClose={() => setAdding(false)} />}
      {edited && <EditStaffDrawer member={edited} points={points} onClose={() => setEdited(undefined)} />}
      <OneTimePassword title="账号的初始密码" slip={slip} onClose={() => setSlip(undefined)} />
    </>
  );
}
