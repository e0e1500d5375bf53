import { regionLevelsPropose, regionQuery } from '@anxing/contract/regions';

import divisions from '../../../../config/divisions.json';
import { checked, json } from './fakeAnswer';
import { changeOf } from './fakeChanges';
import { fakeId } from './fakeIds';
import { fakeLevels, fakeNameOf, fakeRegionHistory, fakeRegions } from './fakeRegions';
import type { FakeCall, FakeRoute } from './fakeRoute';

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function table({ house, query }: FakeCall) {
  const { date = dayOf(house.now), within } = checked(regionQuery, query);
  const from = dayOf(house.now - 9 * 86_400_000);

  return json({
    date,
    levels: fakeLevels,
    regions: date < from && !within ? [] : fakeRegions(within, from),
  });
}

function propose({ house, body }: FakeCall) {
  const { changes, note } = checked(regionLevelsPropose, body);
  const { staff, unit } = house.own();
  const change = changeOf(60, house.now, {
    kind: 'regionLevels',
    title: `区域等级：${changes.length} 个县（市、区）`,
    by: { name: staff.name, unit: unit.name },
    hoursAgo: 0,
    subject: fakeId(26, 60),
    facts: [{ label: '调整说明', value: note }],
  });
  house.risk.changes.unshift(change);
  house.risk.proposals.push({ changes, note });

  return json({ ...change, isMine: true }, 201);
}

export const regionRoutes: FakeRoute[] = [
  { call: /^GET operator\/regions$/, handle: table },
  {
    call: /^GET operator\/regions\/(\d+)\/history$/,
    handle: ({ house, params: [division = ''] }) =>
      json({
        division,
        name: fakeNameOf(division),
        items: fakeRegionHistory(division, house.now),
      }),
  },
  { call: /^POST operator\/regions\/levels$/, handle: propose },
  {
    call: /^GET divisions$/,
    isOpen: true,
    handle: ({ query: { within = '' } }) =>
      json({
        items: divisions.filter(
          ({ code }) => code.startsWith(within.slice(0, 2)) && code.endsWith('00') && code !== within,
        ),
      }),
  },
];
