import { screeningDutyNames, type ScreeningPerson } from '@anxing/contract/screening';

import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { ScreeningStateTag } from './screeningStateTag';

function Name({ name }: ScreeningPerson) {
  return name === null ? <span className="soft">未注册</span> : <>{name}</>;
}

function Group({ groupName, duty }: ScreeningPerson) {
  return (
    <span className="wrapText">
      {groupName}
      <span className="underName">{screeningDutyNames[duty]}</span>
    </span>
  );
}

export const peopleColumns: RecordColumn<ScreeningPerson>[] = [
  { key: 'name', title: '姓名', card: 'heading', render: (person) => <Name {...person} /> },
  { key: 'state', title: '检测情况', card: 'heading', render: (person) => <ScreeningStateTag {...person} /> },
  { key: 'id', title: '证件号码', render: ({ idNumber }) => idNumber ?? '—' },
  { key: 'group', title: '人群', render: (person) => <Group {...person} /> },
  { key: 'due', title: '最晚检测日', render: ({ dueOn }) => dueOn },
  {
    key: 'last',
    title: '上次采样',
    render: ({ lastTestAt }) => <Instant at={lastTestAt} instead="从未检测" isDay />,
  },
  { key: 'listed', title: '纳入日期', render: ({ listedOn }) => listedOn },
];
