import type { StaffMember } from '@anxing/contract/units';

import { FormDrawer } from '../../components/formDrawer';
import { useChangeStaff } from './api/changeStaff';

import { NameField, RoleFields, type PointOption } from './staffFields';
import { changeInput, valuesOf } from './staffInput';

interface Props {
  member: StaffMember;
  points: PointOption[];
  onClose: () => void;
}

export function EditStaffDrawer({ member, points, onClose }: Props) {
  const change = useChangeStaff();

  return (
    <FormDrawer
      title={`修改子账号：${member.name}`}
      initial={valuesOf(member)}
      submitLabel="保存修改"
      isSaving={change.isPending}
      submit={(values) => change.mutateAsync({ id: member.id, ...changeInput(values) })}
      onClose={onClose}
    >
      <NameField />
      <RoleFields points={points} />
    </FormDrawer>
  );
}
