import { posterPlace } from '@anxing/contract/visits';
import { staffRoleNames } from '@anxing/contract/units';

import { issuePosterToken } from '../../../api/src/codes/posterToken';
import { dayNumber } from '../../../api/src/base/days';
import type { Point } from '../../../api/src/models/point';
import { checkInId } from '../../support/api/checkIn';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPassage } from '../../support/api/factories/buildPassage';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { signedInAccount, signedInPerson } from '../../support/api/factories/signedInResident';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function look(token: string, auth: Auth = {}) {
  return api.request.get(`/api/v1/posters/${encodeURIComponent(token)}`).set(auth);
}

async function place() {
  const point = await buildPoint(api.services);

  return { point, ...(await buildPoster(api.services, point)) };
}

async function set(table: string, assignment: string, id: string): Promise<void> {
  const { database } = api.services;
  await database.write((tx) => database.execute(`UPDATE ${table} SET ${assignment} WHERE id = ?`, [id], tx));
}

/** A staff member on duty at a point, who is a resident with a code as well. */
async function onDuty(
  point: Point,
  roles: ('guard' | 'manager')[] = ['guard'],
): Promise<BuiltPerson & { staffName: string }> {
  const guard = await verifiedStaff(api.services, {
    unit: { id: point.unitId } as never,
    roles,
    points: [point],
  });
  const { person } = guard;
  await api.request.post('/api/v1/unit/duties').set(guard.auth).send({ pointId: point.id }).expect(201);

  return { ...person, staffName: guard.name };
}

describe('to anyone', () => {
  test('a poster tells its place, and nothing of anybody', async () => {
    const { point, token } = await place();
    await onDuty(point);
    const { body } = await look(token).expect(200);
    const category = api.services.config.categories.find(({ id }) => id === point.category);
    expect(posterPlace.parse(body)).toEqual(body);
    expect(body).toEqual({
      place: {
        name: point.name,
        address: point.address,
        unit: expect.stringContaining('示例单位'),
        category: category?.name,
      },
      own: null,
      onDuty: [],
    });
  });

  test('so it does to residents without a code, to staff and to sessions that ended', async () => {
    const { token } = await place();
    const ended = await signedInPerson(api.services);
    await api.request.delete('/api/v1/sessions/current').set(ended.auth).expect(204);
    const callers = [
      (await signedInAccount(api.services)).auth,
      (await signedInPerson(api.services, { claimed: false })).auth,
      (await signedInStaff(api.services)).auth,
      ended.auth,
      { authorization: 'Bearer garbage' },
    ];
    for (const auth of callers) {
      expect((await look(token, auth).expect(200)).body).toMatchObject({ own: null, onDuty: [] });
    }
  });

  test('the whole link is as good as its token', async () => {
    const { token, link } = await place();
    expect((await look(link).expect(200)).body).toEqual((await look(token).expect(200)).body);
  });
});

describe('to somebody with a code', () => {
  test('it tells the own colour, and whether one is inside', async () => {
    const { token } = await place();
    const { auth } = await signedInPerson(api.services);
    const before = await look(token, auth).expect(200);
    expect(before.body.own).toEqual({ colour: 'green', inside: false, asOf: expect.any(Number) });
    const id = checkInId();
    await api.request.post('/api/v1/visits').set(auth).send({ id, poster: token }).expect(200);
    expect((await look(token, auth)).body.own.inside).toBe(true);
    const leave = { id: checkInId(), passage: id, direction: 'out' };
    await api.request.post('/api/v1/visits').set(auth).send(leave).expect(200);
    expect((await look(token, auth)).body.own.inside).toBe(false);
  });

  test('the colour is the present one', async () => {
    const { token } = await place();
    const { auth, idNumber } = await signedInPerson(api.services);
    await buildFact(api.services, idNumber);
    expect((await look(token, auth).expect(200)).body.own.colour).toBe('orange');
  });

  test('whoever is inside by one gate is inside by every gate of the building', async () => {
    const house = await buildPoint(api.services);
    const unit = { id: house.unitId } as never;
    const [east, west] = [
      await buildPoint(api.services, { unit, parent: house }),
      await buildPoint(api.services, { unit, parent: house }),
    ];
    const [eastern, western] = [await buildPoster(api.services, east), await buildPoster(api.services, west)];
    const { auth } = await signedInPerson(api.services);
    const body = { id: checkInId(), poster: eastern.token };
    await api.request.post('/api/v1/visits').set(auth).send(body).expect(200);
    expect((await look(western.token, auth)).body.own.inside).toBe(true);
  });
});

describe('the staff on duty', () => {
  test('are roles, colours and whether the temperature was normal today: no names', async () => {
    const { point, token } = await place();
    const { auth } = await signedInPerson(api.services);
    const [normal, feverish, orange] = [
      await onDuty(point),
      await onDuty(point),
      await onDuty(point, ['manager']),
    ];
    const elsewhere = await place();
    await onDuty(elsewhere.point);
    await buildPassage(api.services, { person: normal, values: { temperature: 364 } });
    await buildPassage(api.services, { person: feverish, values: { temperature: 364 } });
    await buildPassage(api.services, {
      person: feverish,
      values: { temperature: 373, at: api.services.clock.now() + 1 },
    });
    await buildFact(api.services, orange.idNumber);

    const { body, text } = await look(token, auth).expect(200);
    const seen = body.onDuty as { role: string; colour: string; temperature: string }[];
    expect(seen.sort((a, b) => (a.temperature < b.temperature ? -1 : 1))).toEqual([
      { role: staffRoleNames.guard, colour: 'green', temperature: 'high' },
      { role: staffRoleNames.guard, colour: 'green', temperature: 'normal' },
      { role: staffRoleNames.manager, colour: 'orange', temperature: 'unknown' },
    ]);
    for (const { name, idNumber, phone, staffName } of [normal, feverish, orange]) {
      for (const value of [name, idNumber, phone, staffName]) {
        expect(text).not.toContain(value);
      }
    }
  });

  test('temperatures are read by person, in no day before today', async () => {
    const { point, token } = await place();
    const { auth } = await signedInPerson(api.services);
    await buildPassage(api.services, { person: await onDuty(point), values: { temperature: 364 } });
    const { database, config, clock } = api.services;
    const today = dayNumber(clock.now(), config.brand.zone);
    const selecting = jest.spyOn(database, 'select');
    await look(token, auth).expect(200);
    const [sql, values] = selecting.mock.calls.find(([text]) => text.includes('temperature')) ?? [''];
    selecting.mockRestore();

    const explain = database.dialect === 'mysql' ? 'EXPLAIN FORMAT=JSON' : 'EXPLAIN QUERY PLAN';
    const plan = JSON.stringify(await database.select(`${explain} ${sql}`, values));
    expect(plan).toContain('passages_by_person');
    expect(sql).toContain(database.usingIndex('passages_by_person'));
    const days = [...plan.matchAll(/\bp(\d{8})\b/g)].map(([, day]) => Number(day));
    expect(days.length > 0).toBe(database.dialect === 'mysql');
    expect(days.filter((day) => day < today)).toEqual([]);
  });

  test('who has no code is shown as unknown, who was disabled is not shown', async () => {
    const { point, token } = await place();
    const { auth } = await signedInPerson(api.services);
    const unit = { id: point.unitId } as never;
    const guards = [
      await signedInStaff(api.services, { unit, roles: ['guard'], points: [point] }),
      await signedInStaff(api.services, { unit, roles: ['guard'], points: [point] }),
    ];
    // On duty since before that took a code.
    api.services.config.policy.dutyNeedsClear = false;
    for (const guard of guards) {
      await api.request.post('/api/v1/unit/duties').set(guard.auth).send({ pointId: point.id }).expect(201);
    }
    api.services.config.policy.dutyNeedsClear = true;
    await set('staff', 'active = 0', guards[1]?.staff.id ?? '');
    expect((await look(token, auth).expect(200)).body.onDuty).toEqual([
      { role: staffRoleNames.guard, colour: 'unknown', temperature: 'unknown' },
    ]);
  });
});

describe('what is no poster in force', () => {
  test('forged, cut, foreign, unknown, revoked, closed and suspended are refused in the same words', async () => {
    const [good, revoked, closed, suspended] = [await place(), await place(), await place(), await place()];
    const pointReference = Buffer.from(good.point.reference, 'hex');
    const key = api.services.posterKeys.current;
    const { token } = good;
    await set('posters', 'revoked_at = 1', revoked.poster.id);
    await set('points', 'active = 0', closed.point.id);
    await set('units', 'active = 0', suspended.point.unitId);
    const texts = [
      `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`,
      token.slice(0, 30),
      `${token}A`,
      'hello',
      `https://evil.example/p/${token}`,
      issuePosterToken(key, { pointReference, serial: 2 }),
      issuePosterToken(key, { pointReference: Buffer.alloc(8, 1), serial: 1 }),
      revoked.token,
      closed.token,
      suspended.token,
    ];
    const answers = [];
    for (const text of texts) {
      const { status, body } = await look(text);
      answers.push(JSON.stringify({ status, ...body.error, requestId: '' }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":422,"code":"poster_refused"');
    await look(token).expect(200);
  });

  test('a text too long for a poster is no place', async () => {
    await look('x'.repeat(301)).expect(404);
  });
});
