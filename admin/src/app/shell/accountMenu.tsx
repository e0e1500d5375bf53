import { DownOutlined, KeyOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { staffRoleNames } from '@anxing/contract/units';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';

import { useSignOut } from '../../features/session/api/signOut';
import { asApiError } from '../../lib/api/apiError';
import { useOwnUnit } from '../../lib/ownUnit';
import { signInPath } from '../../lib/returnTo';

function useItems(): MenuProps['items'] {
  const { staff, unit } = useOwnUnit();
  const roles = staff.roles.map((role) => staffRoleNames[role]).join('、');
  const who = (
    <span className="accountCard">
      <strong>{staff.name}</strong>
      <span>{staff.phone}</span>
      <span>
        {unit.name} · {roles}
      </span>
    </span>
  );

  return [
    { key: 'who', type: 'group', label: who },
    { type: 'divider' },
    { key: 'password', icon: <KeyOutlined aria-hidden />, label: '修改密码' },
    { key: 'signOut', icon: <LogoutOutlined aria-hidden />, label: '退出登录' },
  ];
}

/** Own name and roles, password, sign out. */
export function AccountMenu() {
  const { staff } = useOwnUnit();
  const items = useItems();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const signOut = useSignOut();

  function leave(): void {
    signOut.mutate(undefined, {
      onSuccess: () => void navigate(signInPath),
      onError: (error) => void message.error(asApiError(error).message),
    });
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => (key === 'signOut' ? leave() : void navigate('/password')) }}
    >
      <Button
        type="text"
        className="accountButton"
        icon={<UserOutlined aria-hidden />}
        loading={signOut.isPending}
      >
        <span className="accountName">{staff.name}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
