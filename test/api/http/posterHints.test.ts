import { pointTotals } from '@anxing/contract/points';
import type { PosterHint } from '@anxing/contract/posters';

import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { checkInId } from '../../support/api/checkIn';
import { expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function print(auth: Auth, pointId: string) {
  return api.request
    .post(`/api/v1/unit/points/${pointId}/prints`)
    .set(auth)
    .send({ size: 'a5', format: 'pdf' })
    .expect(201);
}

function totals(auth: Auth, query: object = {}) {
  return api.request.get('/api/v1/unit/points/totals').set(auth).query(query);
}

async function listed(auth: Auth, poster: PosterHint): Promise<string[]> {
  const { body } = await api.request.get('/api/v1/unit/points').set(auth).query({ poster }).expect(200);

  return (body.items as { name: string }[]).map(({ name }) => name);
}

/** A unit with points named by the state of their poster, and another unit with the same. */
async function unitWithPoints() {
  const manager = await signedInStaff(api.services);
  const named = (name: string, values: object = {}) =>
    buildPoint(api.services, { unit: manager.unit, values: { name, ...values } });
  await named('closed', { active: false });
  await named('missing');
  await buildPoster(api.services, await named('unprinted'));
  const [silent, scanned] = [await named('silent'), await named('scanned')];
  const { link } = await buildPoster(api.services, scanned);
  await buildPoster(api.services, silent);
  await print(manager.auth, silent.id);
  await print(manager.auth, scanned.id);

  return { ...manager, silent, link };
}

test('points are found by what is the matter with their poster', async () => {
  const { auth, link, ...manager } = await unitWithPoints();
  await unitWithPoints();
  const visitor = await signedInPerson(api.services);
  await api.request
    .post('/api/v1/visits')
    .set(visitor.auth)
    .send({ id: checkInId(), poster: link })
    .expect(200);

  expect(await listed(auth, 'missing')).toEqual(['missing']);
  expect(await listed(auth, 'unprinted')).toEqual(['unprinted']);
  api.clock.advance(2 * dayMs);
  expect(await listed(await signIn(api.services, manager), 'unscanned')).toEqual([]);
  api.clock.advance(dayMs);
  expect(await listed(await signIn(api.services, manager), 'unscanned')).toEqual(['silent']);
});

test('a poster that was reissued starts anew', async () => {
  const { auth, silent, ...manager } = await unitWithPoints();
  api.clock.advance(4 * dayMs);
  const later = await signIn(api.services, manager);
  expect(await listed(later, 'unscanned')).toEqual(['silent', 'scanned']);
  await api.request.post(`/api/v1/unit/points/${silent.id}/posters`).set(later).expect(201);
  expect(await listed(later, 'unscanned')).toEqual(['scanned']);
  expect(await listed(later, 'unprinted')).toEqual(['unprinted', 'silent']);
  expect(auth).not.toEqual(later);
});

describe('totals', () => {
  test('count what matches, what is open and what has no poster', async () => {
    const { auth } = await unitWithPoints();
    const all = (await totals(auth).expect(200)).body;
    expect(pointTotals.parse(all)).toEqual({ points: 5, open: 4, missing: 1 });
    expect((await totals(auth, { poster: 'unprinted' }).expect(200)).body).toEqual({
      points: 1,
      open: 1,
      missing: 0,
    });
    expect((await totals(auth, { active: 'false' }).expect(200)).body).toEqual({
      points: 1,
      open: 0,
      missing: 0,
    });
    expect((await totals(auth, { q: 'S' }).expect(200)).body.points).toBe(4);
  });

  test('of a guard are those of his points, of another unit nothing', async () => {
    const { unit, silent } = await unitWithPoints();
    const guard = await signedInStaff(api.services, { unit, roles: ['guard'], points: [silent] });
    const stranger = await signedInStaff(api.services);

    expect((await totals(guard.auth).expect(200)).body).toEqual({ points: 1, open: 1, missing: 0 });
    expect((await totals(stranger.auth).expect(200)).body).toEqual({ points: 0, open: 0, missing: 0 });
  });

  test('wrong filters are named, and nobody else may', async () => {
    const { auth } = await signedInStaff(api.services);
    const refused = await totals(auth, { poster: 'x', limit: 3 }).expect(400);

    expect(Object.keys(faultsOf(refused))).toEqual(['limit', 'poster']);
    await expectOnlyFor(api, totals, ['clerk']);
  });
});
