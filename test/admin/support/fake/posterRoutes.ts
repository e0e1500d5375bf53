import { posterPrint } from '@anxing/contract/posters';

import { checked, empty, FakeRefusal, json } from './fakeAnswer';
import { fakePoster } from './fakePoints';
import type { FakeCall, FakeRoute } from './fakeRoute';
import { findPoint } from './pointRoutes';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">' +
  '<rect width="210" height="297" fill="#ffffff"/><rect width="210" height="60" fill="#0958d9"/>' +
  '<text x="105" y="38" font-size="20" fill="#ffffff" text-anchor="middle">进门请扫码</text>' +
  '<rect x="45" y="85" width="120" height="120" fill="#1f2328"/></svg>';

function issue({ house, params }: FakeCall) {
  const point = findPoint(house, params[0]);
  if (!point.active) {
    throw new FakeRefusal('point_closed');
  }
  const before = house.posters.get(point.id) ?? [];
  before.forEach((poster) => (poster.revokedAt ??= house.now));
  const number = house.points.indexOf(point) + 1 + 1000 * before.length;
  const poster = {
    ...fakePoster(number, before.length + 1, house.now),
    printed: 0,
    printedBySize: { a3: 0, a4: 0, a5: 0, card: 0 },
    firstPrintedAt: null,
  };
  house.posters.set(point.id, [poster, ...before]);
  point.poster = poster;

  return json(poster, 201);
}

function revoke({ house, params: [pointId, posterId] }: FakeCall) {
  const point = findPoint(house, pointId);
  const poster = house.posters.get(point.id)?.find(({ id }) => id === posterId);
  if (!poster) {
    throw new FakeRefusal('not_found');
  }
  if (poster.revokedAt !== null) {
    throw new FakeRefusal('already_revoked');
  }
  poster.revokedAt = house.now;
  point.poster = null;

  return empty;
}

function file({ house, params: [pointId, format] }: FakeCall) {
  const { poster } = findPoint(house, pointId);
  if (!poster) {
    throw new FakeRefusal('not_found');
  }
  const type = format === 'svg' ? 'image/svg+xml' : 'application/octet-stream';

  return { status: 200, headers: { 'content-type': type }, body: svg };
}

function print({ house, params: [pointId], body }: FakeCall) {
  const { size } = checked(posterPrint, body);
  const { poster } = findPoint(house, pointId);
  if (!poster) {
    throw new FakeRefusal('not_found');
  }
  poster.printed += 1;
  poster.printedBySize[size] += 1;
  poster.firstPrintedAt ??= house.now;

  return json(poster, 201);
}

export const posterRoutes: FakeRoute[] = [
  {
    call: /^GET unit\/points\/([\w-]+)\/posters$/,
    handle: ({ house, params }) => json({ items: house.posters.get(params[0] ?? '') ?? [] }),
  },
  { call: /^POST unit\/points\/([\w-]+)\/posters$/, handle: issue },
  { call: /^DELETE unit\/points\/([\w-]+)\/posters\/([\w-]+)$/, handle: revoke },
  { call: /^GET unit\/points\/([\w-]+)\/poster\.(svg|png|pdf)$/, handle: file },
  { call: /^POST unit\/points\/([\w-]+)\/prints$/, handle: print },
];
