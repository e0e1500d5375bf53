import type { Response } from 'supertest';

import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { buildFact } from '../../support/api/factories/buildFact';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { buildDuty } from '../../support/api/factories/buildDuty';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signIn } from '../../support/api/factories/signIn';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { checkInId } from '../../support/api/checkIn';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

async function gate() {
  const { services } = api;
  const point = await buildPoint(services);
  const unit = { id: point.unitId } as never;
  const manager = await signedInStaff(services, { unit, roles: ['manager'] });
  const { guard: built, auth } = await guardOnDuty(services, point);
  const guard = { ...built, auth };

  return { point, manager, guard, ...(await buildPoster(services, point)) };
}

function numberOf({ person }: BuiltPerson): string {
  return person.number ?? '';
}

function codeFor({ person }: BuiltPerson): string {
  const reference = Buffer.from(person.codeReference ?? '', 'hex');

  return issuePersonalCode(api.services.codeKeys.current, {
    reference,
    colour: 1,
    now: api.clock.now(),
  });
}

function visit(auth: Auth, poster: string): Promise<Response> {
  const id = checkInId(api.clock.now());

  return api.request.post('/api/v1/visits').set(auth).send({ id, poster }).then();
}

function scan(auth: Auth, pointId: string, object: string): Promise<Response> {
  const id = checkInId(api.clock.now());

  return api.request.post('/api/v1/scans').set(auth).send({ id, object, pointId }).then();
}

/** Asks twice: the second time all that can be kept is kept. */
async function expectGood(ask: () => Promise<Response>): Promise<void> {
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
}

test('a session that ends is refused with the next request', async () => {
  const { auth } = await signedInPerson(api.services);
  const { token } = await gate();
  await expectGood(() => visit(auth, token));

  await api.request.delete('/api/v1/sessions/current').set(auth).expect(204);
  expect(codeOf(await visit(auth, token))).toBe('session_expired');
});

test('a guard who is disabled is out with his next request, also with a session that nobody ended', async () => {
  const { guard, manager, point } = await gate();
  const person = await signedInPerson(api.services);
  await expectGood(() => scan(guard.auth, point.id, numberOf(person)));

  const path = `/api/v1/unit/staff/${guard.staff.id}`;
  await api.request.patch(path).set(manager.auth).send({ active: false }).expect(200);
  expect(codeOf(await scan(guard.auth, point.id, numberOf(person)))).toBe('session_expired');
  const later = await signIn(api.services, guard);
  expect(codeOf(await scan(later, point.id, numberOf(person)))).toBe('session_expired');
});

test('a unit that is suspended checks nobody any more, and its posters are void', async () => {
  const { guard, point, token } = await gate();
  const person = await signedInPerson(api.services);
  const operator = await signedInStaff(api.services, { roles: ['units'] });
  await expectGood(() => scan(guard.auth, point.id, numberOf(person)));
  await expectGood(() => visit(person.auth, token));

  const path = `/api/v1/operator/units/${point.unitId}`;
  await api.request.patch(path).set(operator.auth).send({ active: false }).expect(200);
  expect(codeOf(await scan(guard.auth, point.id, numberOf(person)))).toBe('session_expired');
  expect(codeOf(await visit(person.auth, token))).toBe('poster_refused');
  const later = await signIn(api.services, guard);
  expect(codeOf(await scan(later, point.id, numberOf(person)))).toBe('session_expired');
});

test('a poster that is revoked opens nothing any more, also by its short code', async () => {
  const { manager, point, poster, token } = await gate();
  const { auth } = await signedInPerson(api.services);
  await expectGood(() => visit(auth, token));
  await expectGood(() => visit(auth, poster.shortCode));

  const path = `/api/v1/unit/points/${point.id}/posters/${poster.id}`;
  await api.request.delete(path).set(manager.auth).expect(204);
  expect(codeOf(await visit(auth, token))).toBe('poster_refused');
  expect(codeOf(await visit(auth, poster.shortCode))).toBe('poster_refused');
});

test('a point that is closed lets nobody in any more, neither by poster nor at the door', async () => {
  const { guard, manager, point, token } = await gate();
  const person = await signedInPerson(api.services);
  await expectGood(() => visit(person.auth, token));
  await expectGood(() => scan(guard.auth, point.id, codeFor(person)));

  const path = `/api/v1/unit/points/${point.id}`;
  await api.request.patch(path).set(manager.auth).send({ active: false }).expect(200);
  expect(codeOf(await visit(person.auth, token))).toBe('poster_refused');
  expect(codeOf(await scan(guard.auth, point.id, codeFor(person)))).toBe('point_closed');
});

test('a guard whose point is given to somebody else may not stand there any more', async () => {
  const { guard, manager, point } = await gate();
  const other = await buildPoint(api.services, { unit: { id: point.unitId } as never });
  const person = await signedInPerson(api.services);
  await expectGood(() => scan(guard.auth, point.id, numberOf(person)));

  const path = `/api/v1/unit/staff/${guard.staff.id}`;
  await api.request
    .patch(path)
    .set(manager.auth)
    .send({ pointIds: [other.id] })
    .expect(200);
  expect(codeOf(await scan(guard.auth, point.id, numberOf(person)))).toBe('invalid_input');
  expect(codeOf(await scan(guard.auth, other.id, numberOf(person)))).toBe('duty_required');
  await buildDuty(api.services, { staff: guard.staff, point: other });
  await expectGood(() => scan(guard.auth, other.id, numberOf(person)));
});

test('a number of yesterday is refused once its owner was shown a new one, and the new one is known', async () => {
  const { guard, point } = await gate();
  const person = await signedInPerson(api.services);
  await expectGood(() => scan(guard.auth, point.id, numberOf(person)));

  api.clock.advance(86_400_000);
  const [guardToday, personToday] = [
    await signIn(api.services, guard),
    await signIn(api.services, { account: person.account }),
  ];
  const { body } = await api.request.get('/api/v1/me/code').set(personToday).expect(200);
  const today = String(body.number).replaceAll(/\D/g, '');
  expect(today).not.toBe(numberOf(person));
  expect(codeOf(await scan(guardToday, point.id, numberOf(person)))).toBe('number_refused');
  await expectGood(() => scan(guardToday, point.id, today));
});

test('a fact that is delivered stops somebody at the next door, whatever colour the code still shows', async () => {
  const { guard, point, token } = await gate();
  const person = await signedInPerson(api.services);
  const shown = codeFor(person);
  const green = await visit(person.auth, token);
  expect(green.body).toMatchObject({ colour: 'green', decision: 'allow' });
  await expectGood(() => scan(guard.auth, point.id, shown));

  await buildFact(api.services, person.idNumber);
  const [checked, visited] = [await scan(guard.auth, point.id, shown), await visit(person.auth, token)];
  expect(checked.body).toMatchObject({ colour: 'orange', decision: 'stop' });
  expect(visited.body).toMatchObject({ colour: 'orange', decision: 'stop' });
});

test('while nothing changes, a check-in and a check at the door read nothing that is kept', async () => {
  const { guard, point, token } = await gate();
  const person = await signedInPerson(api.services);
  await expectGood(() => visit(person.auth, token));
  await expectGood(() => scan(guard.auth, point.id, codeFor(person)));

  const { database } = api.services;
  const reads = jest.spyOn(database, 'read');
  const queries = jest.spyOn(database.sequelize, 'query');
  await expectGood(() => visit(person.auth, token));
  await expectGood(() => scan(guard.auth, point.id, codeFor(person)));
  const asked = [...reads.mock.calls, ...queries.mock.calls].map(([sql]) =>
    String(Reflect.get(Object(sql), 'query') ?? sql),
  );
  reads.mockRestore();
  queries.mockRestore();
  // Where somebody was checked last is news each time: one look along an index.
  const isRecent = (sql: string) => /^SELECT \* FROM passages \S+ \S+ \S*passages_by_person/.test(sql);
  expect(asked.filter((sql) => !/leases/.test(sql) && !isRecent(sql))).toEqual([]);
});

test('a step taken a moment ago at another process counts at once', async () => {
  const { services } = api;
  const { person, auth } = await signedInPerson(services, { claimed: false });
  const show = () => api.request.get('/api/v1/me/code').set(auth);
  expect(codeOf(await show().expect(403))).toBe('code_required');

  // Nobody tells of it here: the news is still on its way.
  await services.database.write((tx) =>
    services.database.execute(
      "UPDATE persons SET claimed_at = 1, code_reference = '0011223344556677' WHERE id = ?",
      [person.id],
      tx,
    ),
  );
  await show().expect(200);
});
