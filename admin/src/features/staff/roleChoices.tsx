import { staffRoleNames } from '@anxing/contract/units';
import { Checkbox } from 'antd';

import { givenRoles, type GivenRole } from './staffInput';

const hints: Record<GivenRole, string> = {
  manager: '服务点、张贴码、子账号、记录',
  clerk: '人员与健康上报',
  guard: '在指定服务点扫码查验',
  viewer: '查看记录和人流',
};

interface Props {
  /** From the form. */
  id?: string;
  value?: GivenRole[];
  onChange?: (roles: GivenRole[]) => void;
}

/** The roles that a unit gives to its own people. */
export function RoleChoices({ id, value = [], onChange }: Props) {
  return (
    <div id={id} tabIndex={-1}>
      <Checkbox.Group<GivenRole>
        className="roleChoices"
        value={value}
        onChange={(roles) => onChange?.(roles)}
      >
        {givenRoles.map((role) => (
          <Checkbox key={role} value={role}>
            {staffRoleNames[role]} <span className="soft">{hints[role]}</span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </div>
  );
}
