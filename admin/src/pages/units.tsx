import { PlusOutlined } from '@ant-design/icons';
import type { InitialPassword, Unit } from '@anxing/contract/units';
import { Button } from 'antd';
import { useState } from 'react';

import { OneTimePassword } from '../components/oneTimePassword';
import { PageTop } from '../components/pageTop';
import { CreateUnitDrawer } from '../features/units/createUnitDrawer';
import { EditUnitDrawer } from '../features/units/editUnitDrawer';
import { UnitFilters } from '../features/units/unitFilters';
import { unitFilterShape } from '../features/units/unitFilterShape';
import { UnitList } from '../features/units/unitList';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(unitFilterShape);
  const [isCreating, setCreating] = useState(false);
  const [edited, setEdited] = useState<Unit>();
  const [slip, setSlip] = useState<InitialPassword>();

  return (
    <>
      <PageTop title="单位管理">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          开通单位
        </Button>
      </PageTop>
      <UnitFilters {...list} />
      <UnitList list={list} onEdit={setEdited} onReset={setSlip} />
      {isCreating && <CreateUnitDrawer onCreated={setSlip} onClose={() => setCreating(false)} />}
      {edited && <EditUnitDrawer unit={edited} onClose={() => setEdited(undefined)} />}
      <OneTimePassword title="单位负责人的初始密码" slip={slip} onClose={() => setSlip(undefined)} />
    </>
  );
}
