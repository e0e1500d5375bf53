import { staffRoleNames, type StaffMember } from '@anxing/contract/units';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { StateTag } from '../../components/stateTag';

function pointsText({ roles, pointIds }: StaffMember): string {
  return roles.includes('guard') ? `${pointIds.length} 个` : '—';
}

function State({ member: { active, mustChangePassword } }: { member: StaffMember }) {
  return active && mustChangePassword ? <Tag color="warning">待首次登录</Tag> : <StateTag isOn={active} />;
}

/** @param actions what can be done with one of them */
export function staffColumns(actions: (member: StaffMember) => ReactNode): RecordColumn<StaffMember>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      card: 'heading',
      render: ({ id, name }) => <Link to={`/staff/${id}`}>{name}</Link>,
    },
    { key: 'state', title: '状态', card: 'heading', render: (member) => <State member={member} /> },
    { key: 'phone', title: '手机号', render: ({ phone }) => phone },
    {
      key: 'roles',
      title: '角色',
      render: ({ roles }) => roles.map((role) => staffRoleNames[role]).join('、'),
    },
    { key: 'points', title: '可到岗服务点', render: pointsText },
    {
      key: 'lastSignIn',
      title: '最近登录',
      render: ({ lastSignInAt }) => <Instant at={lastSignInAt} instead="从未登录" />,
    },
    { key: 'actions', title: '操作', card: 'foot', render: actions },
  ];
}
