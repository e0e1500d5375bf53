import { idNumberCheck } from '@anxing/contract/idNumber';
import type { StaffRole } from '@anxing/contract/units';

/** Who can be somebody in the demo. All are invented; the phones belong to nobody. */
export interface DemoResident {
  role: string;
  title: string;
  phone: string;
  /** Absent: signs in as somebody new and goes through verification. */
  person?: { name: string; idNumber: string; fact?: { source: string; kind: string } };
}

export interface DemoStaff {
  role: string;
  title: string;
  phone: string;
  name: string;
  roles: StaffRole[];
  unit: 'operator' | 'mall' | 'community';
  hint?: string;
  /** The person behind the same phone is verified: only such staff take part in what needs two people. */
  idNumber?: string;
}

function idNumber(first17: string): string {
  return first17 + idNumberCheck(first17);
}

export const demoResidents: readonly DemoResident[] = [
  {
    role: 'resident',
    title: '居民（绿码）',
    phone: '13800000001',
    person: { name: '林小安', idNumber: idNumber('35010219900307001') },
  },
  {
    role: 'resident-orange',
    title: '居民（橙码）',
    phone: '13800000002',
    person: {
      name: '陈晓行',
      idNumber: idNumber('35010319850612002'),
      fact: { source: 'fever', kind: 'clinicVisit' },
    },
  },
  { role: 'resident-new', title: '新居民（尚未认证）', phone: '13800000003' },
];

export const demoStaff: readonly DemoStaff[] = [
  {
    role: 'manager',
    title: '商场管理员',
    phone: '13800000011',
    name: '周明远',
    roles: ['owner', 'manager'],
    unit: 'mall',
    idNumber: idNumber('35010219800102004'),
  },
  {
    role: 'guard',
    title: '商场扫码员',
    phone: '13800000012',
    name: '吴静思',
    roles: ['guard'],
    unit: 'mall',
    hint: '上岗须本人绿码：该手机号已实名并申领健康码',
    idNumber: idNumber('35010319950908010'),
  },
  {
    role: 'counter',
    title: '社区柜台工作人员',
    phone: '13800000013',
    name: '许安之',
    roles: ['clerk'],
    unit: 'community',
    hint: '为没有手机的人打印纸质卡、说明变色原因',
    idNumber: idNumber('35010219881012011'),
  },
  {
    role: 'operator',
    title: '平台运营员',
    phone: '13800000021',
    name: '郑云舒',
    roles: ['units', 'auditor'],
    unit: 'operator',
    idNumber: idNumber('35010319810203005'),
  },
  {
    role: 'feeds',
    title: '数据管理员',
    phone: '13800000022',
    name: '冯知夏',
    roles: ['feeds'],
    unit: 'operator',
    idNumber: idNumber('35010419820304006'),
  },
  {
    role: 'rules',
    title: '规则管理员（办理申诉）',
    phone: '13800000023',
    name: '蒋若溪',
    roles: ['rules'],
    unit: 'operator',
    idNumber: idNumber('35010519830405007'),
  },
  {
    role: 'approver',
    title: '审批员',
    phone: '13800000024',
    name: '沈浩然',
    roles: ['approver'],
    unit: 'operator',
    idNumber: idNumber('35010219840506008'),
  },
  {
    role: 'approver-other',
    title: '审批员（申诉复核）',
    phone: '13800000025',
    name: '韩思远',
    roles: ['approver'],
    unit: 'operator',
    hint: '对人工核定橙码的申诉，由未参与核定的人员复核',
    idNumber: idNumber('35010319860607009'),
  },
];

/** Who is on the list of a group to be tested; whose number nobody else has here has not registered. */
export const demoListed: readonly {
  idNumber: string;
  group: string;
  /** Days ago on which the list begins; left out: a month ago. */
  from?: number;
  testedDaysAgo?: number;
}[] = [
  { idNumber: idNumber('35010219900307001'), group: 'medicalStaff' },
  { idNumber: idNumber('35010219900307001'), group: 'communityWorkers' },
  { idNumber: idNumber('35010319850612002'), group: 'publicService', from: 5 },
  { idNumber: idNumber('35010319950908010'), group: 'publicService', testedDaysAgo: 12 },
  { idNumber: idNumber('35010219800102004'), group: 'publicService', testedDaysAgo: 3 },
  { idNumber: idNumber('35010219780415013'), group: 'medicalStaff', testedDaysAgo: 9 },
  { idNumber: idNumber('35010319860921018'), group: 'medicalStaff', testedDaysAgo: 6 },
  { idNumber: idNumber('35010419910130025'), group: 'schoolStaff', testedDaysAgo: 20 },
  { idNumber: idNumber('35010519890707036'), group: 'schoolStaff', from: 2 },
  { idNumber: idNumber('35010219930811047'), group: 'transportWorkers', testedDaysAgo: 8 },
];

/** A document for who signs in as somebody new: the page prints it, so that the form can be filled. */
export const demoNewcomer = { name: '何嘉禾', idNumber: idNumber('35010419920815003') };

export const demoUnits = {
  operator: {
    name: '示例省数字化办公室',
    kind: 'operator',
    creditCode: '11350000MB0000001W',
    category: 'government',
  },
  mall: { name: '示例万象商业广场', kind: 'enterprise', creditCode: '91350100MA0000001P', category: 'mall' },
  community: {
    name: '示例市安宁社区居委会',
    kind: 'community',
    creditCode: '55350102MJ0000001W',
    category: 'community',
  },
} as const;

export interface DemoPoint {
  name: string;
  address: string;
  kind: 'place' | 'gate' | 'floor';
  capacity?: number;
  warningLine?: number;
  children?: DemoPoint[];
}

const street = '示例市中心区安宁路 88 号';

export const demoPoints: readonly DemoPoint[] = [
  {
    name: '示例万象商业广场',
    address: street,
    kind: 'place',
    capacity: 2000,
    warningLine: 1600,
    children: [
      { name: '1 号门', address: `${street}东侧`, kind: 'gate' },
      { name: '2 号门', address: `${street}西侧`, kind: 'gate' },
      { name: '四楼影城', address: `${street}四层`, kind: 'floor', capacity: 300, warningLine: 240 },
    ],
  },
  {
    name: '示例万象停车楼',
    address: '示例市中心区安宁路 90 号',
    kind: 'place',
    capacity: 600,
    warningLine: 540,
  },
];
