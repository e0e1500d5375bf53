import { acknowledgement, noticeStaff, warningQuery, type FlowWarning } from '@anxing/contract/flow';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';
import { findPoint } from './pointRoutes';

const warningIdKind = 7;

/** One that stands, one that is over and was seen to. */
export function fakeWarnings(now: number): FlowWarning[] {
  const point = { pointId: fakeId(1, 1), pointName: '政务服务中心', capacity: 800 };

  return [
    {
      ...point,
      id: fakeId(warningIdKind, 2),
      level: 'full',
      threshold: 800,
      raisedAt: now - 600_000,
      acknowledgedAt: null,
      acknowledgedBy: null,
      note: null,
      peak: 812,
      peakAt: now - 300_000,
      clearedAt: null,
    },
    {
      ...point,
      id: fakeId(warningIdKind, 1),
      level: 'line',
      threshold: 600,
      raisedAt: now - 90_000_000,
      acknowledgedAt: now - 89_900_000,
      acknowledgedBy: '林晓雯',
      note: '已增派人员',
      peak: 655,
      peakAt: now - 89_000_000,
      clearedAt: now - 82_500_000,
    },
  ];
}

function list({ house, query }: FakeCall) {
  const { level, pointId, cursor, limit } = checked(warningQuery, query);
  const found = house.warnings.filter(
    (warning) => (!level || warning.level === level) && (!pointId || warning.pointId === pointId),
  );

  return json(pageOf(found, { cursor, limit }));
}

function acknowledge({ house, params, body }: FakeCall) {
  const warning = house.warnings.find(({ id }) => id === params[0]);
  if (!warning) {
    throw new FakeRefusal('not_found');
  }
  const { note } = checked(acknowledgement, body);
  Object.assign(warning, {
    acknowledgedAt: house.now,
    acknowledgedBy: house.own().staff.name,
    note: note ?? null,
  });

  return json(warning);
}

function everyoneOut({ house, params }: FakeCall) {
  findPoint(house, params[0]);

  return json({ left: 160 });
}

function showNotices({ house, params }: FakeCall) {
  const { id } = findPoint(house, params[0]);
  const choices = house.staff
    .filter(({ active }) => active)
    .map((member) => ({ id: member.id, name: member.name }));

  return json({ staffIds: house.notices.get(id) ?? null, choices });
}

function chooseNotices({ house, params, body }: FakeCall) {
  const { id } = findPoint(house, params[0]);
  house.notices.set(id, checked(noticeStaff, body).staffIds);

  return empty;
}

export const flowRoutes: FakeRoute[] = [
  { call: /^GET unit\/flow\/warnings$/, handle: list },
  { call: /^POST unit\/flow\/warnings\/([\w-]+)\/acknowledge$/, handle: acknowledge },
  { call: /^POST unit\/points\/([\w-]+)\/everyone-out$/, handle: everyoneOut },
  { call: /^GET unit\/points\/([\w-]+)\/notices$/, handle: showNotices },
  { call: /^PUT unit\/points\/([\w-]+)\/notices$/, handle: chooseNotices },
];
