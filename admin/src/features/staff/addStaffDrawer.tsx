import type { InitialPassword } from '@anxing/contract/units';

import { FormDrawer } from '../../components/formDrawer';
import { useAddStaff } from './api/changeStaff';

import { NameField, PhoneField, RoleFields, type PointOption } from './staffFields';
import { createInput, type StaffValues } from './staffInput';

const newStaff: StaffValues = { roles: ['guard'], pointIds: [] };

interface Props {
  points: PointOption[];
  onAdded: (activation: InitialPassword) => void;
  onClose: () => void;
}

export function AddStaffDrawer({ points, onAdded, onClose }: Props) {
  const add = useAddStaff();

  return (
    <FormDrawer
      title="新增子账号"
      initial={newStaff}
      submitLabel="创建账号"
      isSaving={add.isPending}
      submit={async (values) => onAdded((await add.mutateAsync(createInput(values))).activation)}
      onClose={onClose}
    >
      <NameField />
      <PhoneField />
      <RoleFields points={points} />
    </FormDrawer>
  );
}
