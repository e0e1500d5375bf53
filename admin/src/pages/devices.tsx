import { PlusOutlined } from '@ant-design/icons';
import type { Device, DeviceCreated } from '@anxing/contract/devices';
import { Button } from 'antd';
import { useState } from 'react';

import { PageTop } from '../components/pageTop';
import { AddDeviceDrawer } from '../features/devices/list/addDeviceDrawer';
import { DeviceList } from '../features/devices/list/deviceList';
import { deviceListShape } from '../features/devices/list/deviceListShape';
import { EditDeviceDrawer } from '../features/devices/list/editDeviceDrawer';
import { EnrolmentSlip } from '../features/devices/list/enrolmentSlip';
import { AddModelDrawer } from '../features/devices/models/addModelDrawer';
import { ModelList } from '../features/devices/models/modelList';
import { useAllPoints } from '../features/points/api/allPoints';
import { pointOptions } from '../features/points/tree';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(deviceListShape);
  const { data = [] } = useAllPoints(true);
  const points = pointOptions(data.filter(({ active }) => active));
  const [isRegistering, setRegistering] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Device>();
  const [slip, setSlip] = useState<DeviceCreated>();

  return (
    <>
      <PageTop title="设备">
        <Button onClick={() => setRegistering(true)}>登记型号</Button>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          添加设备
        </Button>
      </PageTop>
      <DeviceList list={list} onEdit={setEdited} onCode={setSlip} />
      <h2>设备型号</h2>
      <ModelList />
      {isRegistering && <AddModelDrawer onClose={() => setRegistering(false)} />}
      {isAdding && <AddDeviceDrawer points={points} onAdded={setSlip} onClose={() => setAdding(false)} />}
      {edited && <EditDeviceDrawer of={edited} points={points} onClose={() => setEdited(undefined)} />}
      <EnrolmentSlip slip={slip} onClose={() => setSlip(undefined)} />
    </>
  );
}
