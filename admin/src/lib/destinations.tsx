import {
  AlertOutlined,
  AppstoreOutlined,
  BankOutlined,
  EnvironmentOutlined,
  HistoryOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Abilities } from '@anxing/contract/units';
import type { ReactNode } from 'react';

export interface Destination {
  to: string;
  label: string;
  hint: string;
  icon: ReactNode;
  /** Who may not do this does not see it; undefined: everybody. */
  ability?: keyof Abilities;
}

export const destinations: readonly Destination[] = [
  { to: '/', label: '概览', hint: '今天的进出情况', icon: <AppstoreOutlined aria-hidden /> },
  {
    to: '/points',
    label: '服务点',
    hint: '服务点、张贴码、当前人数',
    icon: <EnvironmentOutlined aria-hidden />,
    ability: 'readFlow',
  },
  {
    to: '/flow',
    label: '人流预警',
    hint: '各服务点实时人数、预警和清场',
    icon: <AlertOutlined aria-hidden />,
    ability: 'readFlow',
  },
  {
    to: '/passages',
    label: '出入记录',
    hint: '谁在什么时间经过哪里',
    icon: <HistoryOutlined aria-hidden />,
    ability: 'readPassages',
  },
  {
    to: '/staff',
    label: '子账号',
    hint: '为工作人员开通账号、分配服务点',
    icon: <TeamOutlined aria-hidden />,
    ability: 'manageStaff',
  },
  {
    to: '/units',
    label: '单位管理',
    hint: '开通单位、停用单位',
    icon: <BankOutlined aria-hidden />,
    ability: 'manageUnits',
  },
];

export function destinationsFor(abilities: Abilities): Destination[] {
  return destinations.filter(({ ability }) => !ability || abilities[ability]);
}
