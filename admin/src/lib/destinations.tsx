import {
  AlertOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CommentOutlined,
  ControlOutlined,
  DatabaseOutlined,
  EditOutlined,
  EnvironmentOutlined,
  ExperimentOutlined,
  GatewayOutlined,
  GlobalOutlined,
  HistoryOutlined,
  IdcardOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  ScanOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Abilities } from '@anxing/contract/units';
import type { ReactNode } from 'react';

export interface Destination {
  to: string;
  label: string;
  hint: string;
  icon: ReactNode;
  /** Who may do none of these does not see it; undefined: everybody. */
  anyOf?: readonly (keyof Abilities)[];
  /** A number beside it in the menu. */
  badge?: 'changes';
}

export const destinations: readonly Destination[] = [
  { to: '/', label: '概览', hint: '今天的进出情况', icon: <AppstoreOutlined aria-hidden /> },
  {
    to: '/points',
    label: '服务点',
    hint: '服务点、张贴码、当前人数',
    icon: <EnvironmentOutlined aria-hidden />,
    anyOf: ['readFlow'],
  },
  {
    to: '/flow',
    label: '人流预警',
    hint: '各服务点实时人数、预警和清场',
    icon: <AlertOutlined aria-hidden />,
    anyOf: ['readFlow'],
  },
  {
    to: '/kiosk',
    label: '扫码查验',
    hint: '扫码枪、台式终端在门口查验',
    icon: <ScanOutlined aria-hidden />,
    anyOf: ['checkPeople'],
  },
  {
    to: '/passages',
    label: '出入记录',
    hint: '谁在什么时间经过哪里',
    icon: <HistoryOutlined aria-hidden />,
    anyOf: ['readPassages'],
  },
  {
    to: '/cards',
    label: '纸质卡',
    hint: '为没有手机的居民核验并打印纸质健康码',
    icon: <IdcardOutlined aria-hidden />,
    anyOf: ['printCards'],
  },
  {
    to: '/counter-reasons',
    label: '说明原因',
    hint: '向持证件到场的居民说明健康码颜色的原因',
    icon: <QuestionCircleOutlined aria-hidden />,
    anyOf: ['printCards'],
  },
  {
    to: '/staff',
    label: '子账号',
    hint: '为工作人员开通账号、分配服务点',
    icon: <TeamOutlined aria-hidden />,
    anyOf: ['manageStaff'],
  },
  {
    to: '/devices',
    label: '设备',
    hint: '闸机、自备终端的备案、启用和停用',
    icon: <GatewayOutlined aria-hidden />,
    anyOf: ['manageDevices'],
  },
  {
    to: '/changes',
    label: '变更审批',
    hint: '等待第二人审批的变更',
    icon: <AuditOutlined aria-hidden />,
    anyOf: ['readRisk'],
    badge: 'changes',
  },
  {
    to: '/appeals',
    label: '申诉',
    hint: '居民对变色原因的申诉',
    icon: <CommentOutlined aria-hidden />,
    anyOf: ['answerAppeals', 'readRisk'],
  },
  {
    to: '/overrides',
    label: '人工变更',
    hint: '凭证明变更个别人员的健康码',
    icon: <EditOutlined aria-hidden />,
    anyOf: ['proposeOverrides', 'readRisk'],
  },
  {
    to: '/feeds',
    label: '数据源看板',
    hint: '数据是否及时、批次和密钥',
    icon: <DatabaseOutlined aria-hidden />,
    anyOf: ['readRisk'],
  },
  {
    to: '/rules',
    label: '判定规则',
    hint: '什么使健康码变色，试算和修改',
    icon: <ControlOutlined aria-hidden />,
    anyOf: ['readRisk'],
  },
  {
    to: '/rule-people',
    label: '规则下的人员',
    hint: '哪些人因哪条规则变色',
    icon: <SolutionOutlined aria-hidden />,
    anyOf: ['readRisk'],
  },
  {
    to: '/regions',
    label: '区域等级',
    hint: '各地每天的等级和防控要求',
    icon: <GlobalOutlined aria-hidden />,
    anyOf: ['readRisk'],
  },
  {
    to: '/screening',
    label: '检测名单',
    hint: '哪些人群须定期检测，谁即将到期、已逾期',
    icon: <ScheduleOutlined aria-hidden />,
    anyOf: ['readRisk'],
  },
  {
    to: '/test-results',
    label: '检测结果上传',
    hint: '上传核酸、抗体检测结果',
    icon: <ExperimentOutlined aria-hidden />,
    anyOf: ['uploadTests'],
  },
  {
    to: '/units',
    label: '单位管理',
    hint: '开通单位、停用单位',
    icon: <BankOutlined aria-hidden />,
    anyOf: ['manageUnits'],
  },
  {
    to: '/device-models',
    label: '设备型号审批',
    hint: '各单位登记的闸机、自备终端型号',
    icon: <SafetyCertificateOutlined aria-hidden />,
    anyOf: ['approveDevices'],
  },
];

export function destinationsFor(abilities: Abilities): Destination[] {
  return destinations.filter(({ anyOf }) => !anyOf || anyOf.some((ability) => abilities[ability]));
}
