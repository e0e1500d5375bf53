import { directionNames, passageWay } from '@anxing/contract/passages';
import type { PassageDetail } from '@anxing/contract/passages';
import { scanObjectNames } from '@anxing/contract/scans';
import type { DescriptionsProps } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { ColourTag } from '../../components/colourTag';
import { DecisionTag } from '../../components/decisionTag';
import { Instant } from '../../components/instant';

type Facts = NonNullable<DescriptionsProps['items']>;

function fact(label: string, children: ReactNode): Facts[number] {
  return { key: label, label, children };
}

/** Left out where nobody told it. */
function told(label: string, text: string | null): Facts {
  return text ? [fact(label, text)] : [];
}

function maskText(mask: boolean | null): string {
  return mask === null ? '未记录' : mask ? '已佩戴' : '未佩戴';
}

function temperatureText(temperature: number | null): string {
  return temperature === null ? '未记录' : `${temperature.toFixed(1)} ℃`;
}

function personFacts({ person, personId, idNumber, phone, colour }: PassageDetail): Facts {
  return [
    fact('姓名', <Link to={`/people/${personId}`}>{person}</Link>),
    fact('证件号码', idNumber),
    fact('手机号', phone ?? '—'),
    fact('健康码', <ColourTag colour={colour} />),
  ];
}

/** What was decided and why: by the rules, and by the guard where he decided otherwise. */
function decisionFacts({ decision, why, override, note, reason }: PassageDetail): Facts {
  return [
    fact('处置', <DecisionTag decision={decision} />),
    ...told('原因', why),
    ...told('人工处置理由', override),
    ...told('处置说明', note),
    ...told('通行原因', reason),
  ];
}

function placeFacts({ point, address, direction, kind, device }: PassageDetail): Facts {
  return [
    fact('服务点', point.name),
    fact('地址', address),
    fact('方向', directionNames[direction]),
    fact('方式', passageWay(kind, device !== null)),
  ];
}

function timeFacts({ at, receivedAt, counted, late }: PassageDetail): Facts {
  return [
    fact('时间', <Instant at={at} />),
    fact('人流统计', counted ? '计入' : '重复，未计入'),
    fact('收到时间', <Instant at={receivedAt} />),
    ...told('断网补传', late ? '是，断网时核验，联网后补传' : null),
  ];
}

function checkerFact({ staff, staffId, device }: PassageDetail): Facts[number] {
  if (device !== null) {
    return fact('核验设备', device);
  }
  const name = staff ?? '（已停用）';

  return fact('查验人员', staffId ? <Link to={`/staff/${staffId}`}>{name}</Link> : '—');
}

function checkFacts(passage: PassageDetail): Facts {
  const { kind, object, temperature, mask } = passage;
  if (kind === 'visit') {
    return [];
  }

  return [
    checkerFact(passage),
    ...told('核验凭证', object && scanObjectNames[object]),
    fact('体温', temperatureText(temperature)),
    fact('口罩', maskText(mask)),
  ];
}

/** One passage in full, line by line. */
export function passageFacts(passage: PassageDetail): Facts {
  return [
    ...personFacts(passage),
    ...decisionFacts(passage),
    ...placeFacts(passage),
    ...timeFacts(passage),
    ...checkFacts(passage),
  ];
}
