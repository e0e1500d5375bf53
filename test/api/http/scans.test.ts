import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import { failedTriesOfUnit } from '../../../api/src/commands/checkPerson';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { codeOf as codeOfRefusal } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function codeOf({ person }: BuiltPerson, shift = 0): string {
  const reference = Buffer.from(person.codeReference ?? '', 'hex');

  return issuePersonalCode(api.services.codeKeys.current, { reference, colour: 1, now: Date.now() + shift });
}

async function door() {
  const point = await buildPoint(api.services);

  return { point, ...(await guardOnDuty(api.services, point)) };
}

function post(auth: Auth, body: object) {
  return api.request.post('/api/v1/scans').set(auth).send(body);
}

test('a code is checked: colour, decision and a masked person; the person sees who looked', async () => {
  const person = await buildPerson(api.services);
  const { point, auth } = await door();
  const { body } = await post(auth, {
    id: checkInId(),
    object: codeOf(person),
    pointId: point.id,
    temperature: 36.4,
    mask: true,
  }).expect(200);

  expect(body).toMatchObject({ object: 'code', colour: 'green', decision: 'allow', direction: 'in' });
  expect(JSON.stringify(body)).not.toContain(person.name);
  expect(body.person.idNumber).toBe(`${person.idNumber.slice(0, 2)}*****${person.idNumber.slice(-3)}`);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, came: 1, inside: 1 });
  const looks = await api.services.database.select('SELECT purpose FROM accesses WHERE person_id = ?', [
    Buffer.from(person.person.id.replaceAll('-', ''), 'hex'),
  ]);
  expect(looks).toEqual([{ purpose: '出入核验' }]);
});

test('the twelve digits work on their day, grouped or not, and not on the next', async () => {
  const person = await buildPerson(api.services);
  const number = person.person.number ?? '';
  const { point, auth } = await door();
  const grouped = number.replace(/(\d{4})(\d{4})(\d{4})/, '$1 $2 $3');
  const first = await post(auth, { id: checkInId(), object: grouped, pointId: point.id }).expect(200);
  expect(first.body.object).toBe('number');

  api.clock.advance(86_400_000);
  const { auth: later } = await guardOnDuty(api.services, point);
  const { body } = await post(later, {
    id: checkInId(api.clock.now()),
    object: number,
    pointId: point.id,
  }).expect(422);
  expect(body.error.code).toBe('number_refused');
  api.clock.reset();
});

test('fever, a missing mask and orange stop, and say why', async () => {
  const [feverish, unmasked, orange] = [
    await buildPerson(api.services),
    await buildPerson(api.services),
    await buildPerson(api.services),
  ];
  await buildFact(api.services, orange.idNumber);
  const { point, auth } = await door();
  const check = async (person: BuiltPerson, more: object) => {
    const { body } = await post(auth, {
      id: checkInId(),
      object: codeOf(person),
      pointId: point.id,
      ...more,
    });

    return `${body.decision} ${body.why}`;
  };

  expect(await check(feverish, { temperature: 37.3, mask: true })).toBe(
    'stop 体温 37.3 ℃，达到或超过 37.3 ℃',
  );
  expect(await check(unmasked, { temperature: 36.5, mask: false })).toBe('stop 未佩戴口罩');
  expect(await check(orange, { temperature: 36.5, mask: true })).toMatch(/^stop 健康码/);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 3, came: 0, inside: 0 });
});

test('a stop at the door ends the presence that the poster opened', async () => {
  const person = await buildPerson(api.services);
  const { point, auth } = await door();
  const { token } = await buildPoster(api.services, point);
  const visitor = await signIn(api.services, person);
  await api.request.post('/api/v1/visits').set(visitor).send({ id: checkInId(), poster: token }).expect(200);
  expect(await countsOf(api.services, point.id)).toMatchObject({ inside: 1 });

  await post(auth, { id: checkInId(), object: codeOf(person), pointId: point.id, temperature: 38.2 }).expect(
    200,
  );
  expect(await countsOf(api.services, point.id)).toMatchObject({ came: 1, went: 1, inside: 0 });
});

test('what is refused leaves nothing', async () => {
  const person = await buildPerson(api.services);
  const { point, auth } = await door();
  for (const object of [codeOf(person, -120_000), codeOf(person).slice(0, 100), '123456789012']) {
    await post(auth, { id: checkInId(), object, pointId: point.id }).expect(422);
  }
  expect((await countsOf(api.services, point.id)).rows).toBe(0);
});

test('a repeat gets the first answer, also after the code has expired', async () => {
  const person = await buildPerson(api.services);
  const { point, auth } = await door();
  const body = { id: checkInId(), object: codeOf(person, -50_000), pointId: point.id };
  const first = await post(auth, body).expect(200);
  api.clock.advance(30_000);
  const again = await post(auth, body).expect(200);
  api.clock.reset();

  expect(again.body).toEqual(first.body);
  await post(auth, { ...body, temperature: 36.5 }).expect(422);
  expect(await countsOf(api.services, point.id)).toMatchObject({ rows: 1, came: 1 });
});

test('every wrong field is named', async () => {
  const { auth } = await door();
  const { body } = await post(auth, {
    id: 1,
    object: '',
    pointId: 'x',
    temperature: 50,
    mask: 'yes',
    x: 1,
  }).expect(400);
  expect(body.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual(
    ['id', 'mask', 'object', 'pointId', 'temperature', 'x'].sort(),
  );
});

test('only door staff of the own unit, at a point given to them', async () => {
  const person = await buildPerson(api.services);
  const { point, guard } = await door();
  const body = { id: checkInId(), object: codeOf(person), pointId: point.id };
  const other = await buildPoint(api.services, { unit: { id: point.unitId } as never });
  const guardAuth = await signIn(api.services, guard);
  const stranger = await signIn(api.services, await buildStaff(api.services));
  const viewer = await signIn(
    api.services,
    await buildStaff(api.services, { unit: { id: point.unitId } as never, roles: ['viewer'] }),
  );
  const fresh = await signIn(
    api.services,
    await buildStaff(api.services, { unit: { id: point.unitId } as never, mustChangePassword: true }),
  );

  await post({}, body).expect(401);
  await post(await signIn(api.services, person), body).expect(403);
  await post(viewer, body).expect(403);
  expect((await post(fresh, body).expect(403)).body.error.code).toBe('password_change_required');
  await post(stranger, body).expect(400);
  await post(guardAuth, { ...body, pointId: other.id }).expect(400);
  await post(guardAuth, body).expect(200);
});

test('a disabled guard is out at once', async () => {
  const person = await buildPerson(api.services);
  const { point, guard, auth } = await door();
  await api.services.database.write((tx) =>
    api.services.database.execute('UPDATE staff SET active = 0 WHERE id = ?', [guard.staff.id], tx),
  );
  await post(auth, { id: checkInId(), object: codeOf(person), pointId: point.id }).expect(401);
});

test('guessing numbers is slowed down', async () => {
  const { point, auth } = await door();
  const statuses = [];
  for (let i = 0; i < 32; i += 1) {
    const { status } = await post(auth, { id: checkInId(), object: '100000000000', pointId: point.id });
    statuses.push(status);
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(422));
  expect(statuses.at(-1)).toBe(429);
});

test('wrong numbers of all guards of a unit count together, and those of another unit do not', async () => {
  const [here, elsewhere] = [await door(), await door()];
  const { limiter } = api.services;
  for (let tries = 0; tries < failedTriesOfUnit.points; tries += 1) {
    await limiter.consume('recognise unit', here.point.unitId, failedTriesOfUnit);
  }
  const ask = ({ auth, point }: typeof here, object = '100000000000') =>
    post(auth, { id: checkInId(), object, pointId: point.id });
  expect(codeOfRefusal(await ask(here).expect(429))).toBe('too_many_requests');
  expect(codeOfRefusal(await ask(elsewhere).expect(422))).toBe('number_mistyped');
  // Whoever shows a code meanwhile waits for nobody's guesses.
  await ask(here, codeOf(await buildPerson(api.services))).expect(200);
});
