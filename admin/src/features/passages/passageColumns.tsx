import { directionNames, passageWay, type PassageItem } from '@anxing/contract/passages';
import { Button } from 'antd';
import { Link } from 'react-router';

import { ColourTag } from '../../components/colourTag';
import { DecisionTag } from '../../components/decisionTag';
import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';

type Column = RecordColumn<PassageItem>;

const person: Column = {
  key: 'person',
  title: '姓名',
  render: ({ person: name, personId }) => <Link to={`/people/${personId}`}>{name}</Link>,
};

/** How, and by whom. */
const kind: Column = {
  key: 'kind',
  title: '方式',
  render: ({ kind: how, staff, staffId, device }) => (
    <>
      {passageWay(how, device !== null)}
      {device && <span className="subLine">{device}</span>}
      {staffId && (
        <Link className="subLine" to={`/staff/${staffId}`}>
          {staff ?? '（已停用）'}
        </Link>
      )}
    </>
  ),
};

function temperatureText({ temperature }: PassageItem): string {
  return temperature === null ? '—' : `${temperature.toFixed(1)} ℃`;
}

/**
 * @param open shows one passage in full
 * @param without columns that would say the same in every row
 */
export function passageColumns(open: (id: string) => void, without: readonly string[] = []): Column[] {
  const columns: Column[] = [
    { key: 'at', title: '时间', card: 'heading', render: ({ at }) => <Instant at={at} /> },
    {
      key: 'decision',
      title: '处置',
      card: 'heading',
      render: ({ decision }) => <DecisionTag decision={decision} />,
    },
    person,
    { key: 'point', title: '服务点', render: ({ point }) => <span className="wrapText">{point.name}</span> },
    { key: 'direction', title: '方向', render: ({ direction }) => directionNames[direction] },
    kind,
    { key: 'colour', title: '健康码', render: ({ colour }) => <ColourTag colour={colour} /> },
    { key: 'temperature', title: '体温', render: temperatureText },
    {
      key: 'open',
      title: '操作',
      card: 'foot',
      render: ({ id, person: name }) => (
        <Button type="link" size="small" aria-label={`详情 ${name}`} onClick={() => open(id)}>
          详情
        </Button>
      ),
    },
  ];

  return columns.filter(({ key }) => !without.includes(key));
}
