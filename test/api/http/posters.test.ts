import { posterState } from '@anxing/contract/posters';

import { normaliseShortCode } from '@anxing/contract/shortCode';
import { Poster } from '../../../api/src/models/poster';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function pathOf(pointId: string): string {
  return `/api/v1/unit/points/${pointId}/posters`;
}

function list(auth: Auth, pointId: string) {
  return api.request.get(pathOf(pointId)).set(auth);
}

function issue(auth: Auth, pointId: string) {
  return api.request.post(pathOf(pointId)).set(auth);
}

function revoke(auth: Auth, pointId: string, posterId: string) {
  return api.request.delete(`${pathOf(pointId)}/${posterId}`).set(auth);
}

function look(link: string) {
  return api.request.get(`/api/v1/posters/${link.slice(link.lastIndexOf('/') + 1)}`);
}

async function ownPoint(values: object = {}) {
  const manager = await signedInStaff(api.services);

  return { ...manager, point: await buildPoint(api.services, { unit: manager.unit, values }) };
}

test('an issued poster opens the place; a reissued one takes its turn', async () => {
  const { auth, point, staff } = await ownPoint();
  const first = await issue(auth, point.id).expect(201);

  expect(posterState.parse(first.body)).toEqual(first.body);
  expect(first.body).toMatchObject({ serial: 1, revokedAt: null, printed: 0, firstScannedAt: null });
  expect(normaliseShortCode(first.body.shortCode)).toBe(first.body.shortCode);
  expect((await look(first.body.link).expect(200)).body.place.name).toBe(point.name);

  const second = await issue(auth, point.id).expect(201);
  expect(second.body.serial).toBe(2);
  expect(codeOf(await look(first.body.link).expect(422))).toBe('poster_refused');
  await look(second.body.link).expect(200);

  const { body } = await list(auth, point.id).expect(200);
  expect(body.items).toMatchObject([
    { serial: 2, revokedAt: null, link: second.body.link },
    { serial: 1, link: first.body.link },
  ]);
  expect(body.items[1].revokedAt).toBeGreaterThan(0);
  const shown = await api.request.get(`/api/v1/unit/points/${point.id}`).set(auth).expect(200);
  expect(shown.body.poster).toEqual(second.body);
  const [created] = await auditEvents(api.services, second.body.id);
  expect(created).toMatchObject({ action: 'posters.create', actor: `staff:${staff.id}` });
});

test('many issued at once: every serial once, exactly one in force', async () => {
  const { auth, point } = await ownPoint();
  const answers = await Promise.all(Array.from({ length: 12 }, () => issue(auth, point.id)));

  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
  const serials = answers.map(({ body }) => body.serial as number).sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  const inForce = await Poster.findAll({ where: { pointId: point.id, revokedAt: null } });
  expect(inForce.map(({ serial }) => serial)).toEqual([12]);
});

test('a revoked poster is void at once; a second time is told so', async () => {
  const { auth, point } = await ownPoint();
  const { body } = await issue(auth, point.id).expect(201);
  const done = await revoke(auth, point.id, body.id).expect(204);
  expect(done.text).toBe('');
  expect(codeOf(await look(body.link).expect(422))).toBe('poster_refused');
  expect(codeOf(await revoke(auth, point.id, body.id).expect(409))).toBe('already_revoked');
  expect((await issue(auth, point.id).expect(201)).body.serial).toBe(2);
});

test('two who revoke at once: one did it', async () => {
  const { auth, point } = await ownPoint();
  const { poster } = await buildPoster(api.services, point);
  const answers = await Promise.all([1, 2, 3].map(() => revoke(auth, point.id, poster.id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
});

test('a closed point gets no poster', async () => {
  const { auth, point } = await ownPoint({ active: false });
  expect(codeOf(await issue(auth, point.id).expect(409))).toBe('point_closed');
  expect((await list(auth, point.id).expect(200)).body).toEqual({ items: [] });
});

test('a serial number fits the token, so there is a last poster', async () => {
  const { auth, point } = await ownPoint();
  await buildPoster(api.services, point, 65_535);
  expect(codeOf(await issue(auth, point.id).expect(409))).toBe('conflict');
  expect(await Poster.count({ where: { pointId: point.id, revokedAt: null } })).toBe(1);
});

test('a poster is found under its own point only', async () => {
  const { auth, unit, point } = await ownPoint();
  const other = await buildPoint(api.services, { unit });
  const { poster } = await buildPoster(api.services, other);
  await revoke(auth, point.id, poster.id).expect(404);
  await revoke(auth, point.id, 'x').expect(404);
  await revoke(auth, other.id, poster.id).expect(204);
});

test('another unit’s point is not there, and only who manages posters may', async () => {
  const { point } = await ownPoint();
  const { poster } = await buildPoster(api.services, point);
  const stranger = await signedInStaff(api.services);
  await list(stranger.auth, point.id).expect(404);
  await issue(stranger.auth, point.id).expect(404);
  await revoke(stranger.auth, point.id, poster.id).expect(404);
  const outsiders = ['guard', 'viewer', 'clerk'] as const;
  await expectOnlyFor(api, (auth) => list(auth, point.id), [...outsiders]);
  await expectOnlyFor(api, (auth) => issue(auth, point.id), [...outsiders]);
  await expectOnlyFor(api, (auth) => revoke(auth, point.id, poster.id), [...outsiders]);
});
