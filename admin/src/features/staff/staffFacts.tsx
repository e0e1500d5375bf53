import { staffRoleNames, type StaffMember } from '@anxing/contract/units';
import { Descriptions, type DescriptionsProps } from 'antd';

import { Instant } from '../../components/instant';

function itemsOf({ phone, roles, pointIds, lastSignInAt }: StaffMember): DescriptionsProps['items'] {
  return [
    { key: 'roles', label: '角色', children: roles.map((role) => staffRoleNames[role]).join('、') },
    { key: 'phone', label: '手机号', children: phone },
    ...(roles.includes('guard')
      ? [{ key: 'points', label: '可到岗服务点', children: `${pointIds.length} 个` }]
      : []),
    { key: 'signIn', label: '最近登录', children: <Instant at={lastSignInAt} instead="从未登录" /> },
  ];
}

/** Who a colleague is. */
export function StaffFacts({ member }: { member: StaffMember }) {
  return <Descriptions column={{ xs: 1, md: 2 }} size="small" items={itemsOf(member) ?? []} />;
}
