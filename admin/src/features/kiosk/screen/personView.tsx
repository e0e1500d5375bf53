import { decisionNames, directionNames } from '@anxing/contract/passages';
import { scanObjectNames, type RegionHint } from '@anxing/contract/scans';
import { memo } from 'react';

import { ColourTag } from '../../../components/colourTag';
import { hasMorePast, recentBeside } from '../run/pastDesk';
import type { OfflineMark, PersonVerdict } from '../types';
import { DecisionShape } from './decisionShape';
import { ageText } from './ageText';
import { Key } from './key';
import { RecentLine } from './recentLine';

function OfflineBand({ mark: { kind, listAge } }: { mark: OfflineMark }) {
  const list = listAge === null ? '没有作废名单' : `作废名单：${ageText(listAge)}`;

  return (
    <p className="kioskOffline">
      <strong>离线核验</strong>
      {kind === 'pass' ? '离线通行码' : '健康码'} · {list} · 联网后自动上传
    </p>
  );
}

function Region({ hint: { name, levelName, date, policy } }: { hint: RegionHint }) {
  return (
    <div className="kioskRegion">
      <strong>
        14 天内到过{levelName}：{name}（{date}）
      </strong>
      <p>{policy}</p>
    </div>
  );
}

function Recent({ recent, hasMore }: Pick<PersonVerdict, 'recent' | 'hasMore'>) {
  return (
    <ul className="kioskRecent" aria-label="最近扫码">
      {recent.slice(0, recentBeside).map((scan) => (
        <RecentLine key={scan.at} scan={scan} />
      ))}
      {hasMorePast({ recent, hasMore }) && (
        <li>
          <Key name="F8" /> 更多
        </li>
      )}
    </ul>
  );
}

function Facts({ person }: { person: PersonVerdict }) {
  const { name, idNumber, district, object, direction, colour } = person;

  return (
    <dl className="kioskFacts">
      <dt>姓名</dt>
      <dd className="kioskName">{name ?? '离线不显示'}</dd>
      <dt>证件</dt>
      <dd>{idNumber ?? '离线不显示'}</dd>
      {district && (
        <>
          <dt>居住地</dt>
          <dd>{district}</dd>
        </>
      )}
      <dt>健康码</dt>
      <dd>
        <ColourTag colour={colour} /> {scanObjectNames[object]} · {directionNames[direction]}
      </dd>
    </dl>
  );
}

/** Somebody's verdict: read from across the hall first, then from near. */
export const PersonView = memo(function PersonView({ person }: { person: PersonVerdict }) {
  const { decision, why, offline, region, recent, hasMore } = person;

  return (
    <div className="kioskPerson">
      {offline && <OfflineBand mark={offline} />}
      <div className="kioskHead">
        <DecisionShape mark={decision} />
        <div>
          <h2 className="kioskWord">{decisionNames[decision]}</h2>
          {why && <p className="kioskWhy">{why}</p>}
        </div>
      </div>
      <Facts person={person} />
      {region && <Region hint={region} />}
      {recent.length > 0 && <Recent recent={recent} hasMore={hasMore} />}
    </div>
  );
});
