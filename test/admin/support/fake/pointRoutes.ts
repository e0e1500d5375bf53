import { pointChange, pointCreate, pointQuery, type Flow, type Point } from '@anxing/contract/points';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

export function findPoint({ points }: FakeHouse, id: string | undefined): Point {
  const point = points.find((one) => one.id === id);
  if (!point) {
    throw new FakeRefusal('not_found');
  }

  return point;
}

function list({ house, query }: FakeCall) {
  const { q, category, active, ...paged } = checked(pointQuery, query);
  const found = house.points.filter(
    (point) =>
      (!q || point.name.includes(q) || point.address.includes(q)) &&
      (!category || point.category === category) &&
      (!active || String(point.active) === active),
  );

  return json(pageOf(found, paged));
}

function create({ house, body }: FakeCall) {
  const input = checked(pointCreate, body);
  const point: Point = {
    ...input,
    id: fakeId(1, house.points.length + 1),
    active: true,
    createdAt: house.now,
    poster: null,
  };
  house.points.push(point);
  house.posters.set(point.id, []);

  return json(point, 201);
}

function change({ house, params, body }: FakeCall) {
  const point = findPoint(house, params[0]);
  Object.assign(point, checked(pointChange, body));
  if (!point.active) {
    point.poster = null;
    house.posters.get(point.id)?.forEach((poster) => (poster.revokedAt ??= house.now));
  }

  return json(point);
}

/** The same numbers in every run: the further down, the fewer people. */
function flow({ house }: FakeCall) {
  const items = house.points
    .filter(({ active }) => active)
    .map(({ id, name, parentId, capacity, warningLine }, index) => ({
      pointId: id,
      name,
      parentId,
      in: Math.round(420 / (index + 1)),
      out: Math.round(260 / (index + 1)),
      inside: Math.round(160 / (index + 1)),
      capacity,
      warningLine,
    }));
  const answer: Flow = { items, at: house.now };

  return json(answer);
}

export const pointRoutes: FakeRoute[] = [
  { call: /^GET unit\/points$/, handle: list },
  { call: /^POST unit\/points$/, handle: create },
  {
    call: /^GET unit\/points\/([\w-]+)$/,
    handle: ({ house, params }) => json(findPoint(house, params[0])),
  },
  { call: /^PATCH unit\/points\/([\w-]+)$/, handle: change },
  { call: /^GET unit\/flow$/, handle: flow },
];
