import { passageItem, passageQuery } from '@anxing/contract/passages';

import { checked, FakeRefusal, json } from './fakeAnswer';
import { pageOf } from './fakePage';
import type { FakeCall, FakeRoute } from './fakeRoute';

/** Days are not looked at: all records are of the last hours. `name` finds nobody, as masked names hold none. */
function list({ house, query }: FakeCall) {
  const { pointId, kind, direction, colour, decision, name, ...rest } = checked(passageQuery, query);
  const found = house.passages.filter(
    (passage) =>
      (!pointId || passage.point.id === pointId) &&
      (!kind || passage.kind === kind) &&
      (!direction || passage.direction === direction) &&
      (!colour || passage.colour === colour) &&
      (!decision || passage.decision === decision) &&
      !name,
  );
  const page = pageOf(found, rest);

  return json({
    items: page.items.map((passage) => passageItem.parse(passage)),
    next: page.next,
    total: { count: found.length, estimate: false },
  });
}

function show({ house, params }: FakeCall) {
  const passage = house.passages.find(({ id }) => id === params[0]);
  if (!passage) {
    throw new FakeRefusal('not_found');
  }

  return json(passage);
}

export const passageRoutes: FakeRoute[] = [
  { call: /^GET unit\/passages$/, handle: list },
  { call: /^GET unit\/passages\/([\w-]+)$/, handle: show },
];
