import { crowdStateOf } from '@anxing/contract/crowd';
import type { Flow } from '@anxing/contract/flow';
import { pointChange, pointCreate, pointQuery, type Point } from '@anxing/contract/points';

import { checked, FakeRefusal, json } from './fakeAnswer';
import type { FakeHouse } from './fakeHouse';
import { fakeId } from './fakeIds';
import { pageOf } from './fakePage';
import { matching } from './matching';
import type { FakeCall, FakeRoute } from './fakeRoute';

export function findPoint({ points }: FakeHouse, id: string | undefined): Point {
  const point = points.find((one) => one.id === id);
  if (!point) {
    throw new FakeRefusal('not_found');
  }

  return point;
}

function list({ house, query }: FakeCall) {
  const { cursor, limit, ...filter } = checked(pointQuery, query);

  return json(pageOf(matching(house, filter), { cursor, limit }));
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
    .map(({ id, name, parentId, kind, capacity, warningLine }, index) => {
      const inside = Math.round(160 / (index + 1));

      return {
        pointId: id,
        name,
        parentId,
        kind,
        in: Math.round(420 / (index + 1)),
        out: Math.round(260 / (index + 1)),
        inside,
        capacity,
        warningLine,
        state: crowdStateOf({ inside, capacity, warningLine }),
      };
    });
  const answer: Flow = { items, warnings: [], at: house.now };

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
