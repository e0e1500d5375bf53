import { endUnclearDuties } from '../../../api/src/commands/duties/endUnclearDuties';
import { refreshStatus } from '../../../api/src/commands/refreshStatus';
import { Person } from '../../../api/src/models/person';
import { auditEvents } from '../../support/api/auditEvents';
import { countsOf } from '../../support/api/counts';
import { checkInId } from '../../support/api/checkIn';
import { codeOf, openDoor, scan, type Door } from '../../support/api/door';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { guardOnDuty } from '../../support/api/factories/guardOnDuty';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { codeOf as codeOfRefusal } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const dutyPath = '/api/v1/unit/duties';

/** Somebody green passes: 'taken', or why not. */
async function tryAt(door: Pick<Door, 'auth' | 'point'>): Promise<string> {
  const response = await scan(api, door, codeOf(api, await buildPerson(api.services)), { mask: true });

  return response.status === 200 ? 'taken' : `${response.status} ${codeOfRefusal(response)}`;
}

function signOn({ auth, point }: Pick<Door, 'auth' | 'point'>) {
  return api.request.post(dutyPath).set(auth).send({ pointId: point.id });
}

/** Another process wrote it, and nothing was heard of it yet. */
async function standUnheard(dutyId: string, pointId: string): Promise<void> {
  const { database } = api.services;
  await database.write((tx) =>
    database.execute('UPDATE duties SET point_id = ? WHERE id = ?', [pointId, dutyId], tx),
  );
}

describe('a check at the door needs a duty', () => {
  test('of the guard himself, open, at this very point', async () => {
    const point = await buildPoint(api.services);
    const unit = { id: point.unitId } as never;
    const elsewhere = await buildPoint(api.services, { unit });
    const { auth } = await verifiedStaff(api.services, {
      unit,
      roles: ['guard'],
      points: [point, elsewhere],
    });
    const door = { auth, point };
    // Somebody else on duty there is no help.
    await guardOnDuty(api.services, point);
    expect(await tryAt(door)).toBe('403 duty_required');
    expect((await countsOf(api.services, point.id)).rows).toBe(0);

    await signOn(door).expect(201);
    expect(await tryAt(door)).toBe('taken');
    expect(await tryAt({ auth, point: elsewhere })).toBe('403 duty_required');

    await signOn({ auth, point: elsewhere }).expect(201);
    expect(await tryAt(door)).toBe('403 duty_required');
    expect(await tryAt({ auth, point: elsewhere })).toBe('taken');

    await api.request.delete(`${dutyPath}/current`).set(auth).expect(204);
    expect(await tryAt({ auth, point: elsewhere })).toBe('403 duty_required');
  });

  test('also of who may stand anywhere in the unit', async () => {
    const point = await buildPoint(api.services);
    const unit = { id: point.unitId } as never;
    const manager = await verifiedStaff(api.services, { unit });
    expect(await tryAt({ auth: manager.auth, point })).toBe('403 duty_required');
    await signOn({ auth: manager.auth, point }).expect(201);
    expect(await tryAt({ auth: manager.auth, point })).toBe('taken');
  });

  test('a repeat gets its first answer, also after signing off', async () => {
    const door = await openDoor(api);
    const body = {
      id: checkInId(),
      object: codeOf(api, await buildPerson(api.services)),
      pointId: door.point.id,
    };
    const send = () => api.request.post('/api/v1/scans').set(door.auth).send(body);
    const first = await send().expect(200);
    await api.request.delete(`${dutyPath}/current`).set(door.auth).expect(204);
    expect((await send().expect(200)).body).toEqual(first.body);
    expect(await tryAt(door)).toBe('403 duty_required');
  });

  test('reading a card as well, at whatever point', async () => {
    const point = await buildPoint(api.services);
    const { auth } = await signedInStaff(api.services, { unit: { id: point.unitId } as never });
    const picture = { mediaType: 'image/png', data: Buffer.from('no picture').toString('base64') };
    const refused = await api.request.post('/api/v1/scans/id-card').set(auth).send(picture).expect(403);
    expect(codeOfRefusal(refused)).toBe('duty_required');
  });
});

describe('what is kept', () => {
  test('a check asks the database nothing of duties, nor of who is on duty', async () => {
    const door = await openDoor(api);
    expect(await tryAt(door)).toBe('taken');
    const guest = codeOf(api, await buildPerson(api.services));
    const { database } = api.services;
    const spies = [jest.spyOn(database, 'read'), jest.spyOn(database, 'select')];
    await scan(api, door, guest, { mask: true }).expect(200);
    const asked = spies.flatMap(({ mock }) => mock.calls.map(([sql]) => sql));
    spies.forEach((spy) => spy.mockRestore());
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((sql) => /\b(duties|accounts)\b/.test(sql))).toEqual([]);
    // The guest's own row is read for the first time.
    expect(asked.filter((sql) => /FROM persons WHERE id\b/.test(sql)).length).toBeLessThan(2);
  });

  test('who signed on at another process a moment ago is not refused', async () => {
    const before = await buildPoint(api.services);
    const point = await buildPoint(api.services, { unit: { id: before.unitId } as never });
    const { auth, duty } = await guardOnDuty(api.services, before, { points: [before, point] });
    expect(await tryAt({ auth, point: before })).toBe('taken');
    await standUnheard(duty.id, point.id);
    expect(await tryAt({ auth, point })).toBe('taken');
    expect(await tryAt({ auth, point: before })).toBe('403 duty_required');
  });
});

describe('who is not clear any more', () => {
  async function shown({ auth }: Pick<Door, 'auth'>) {
    return (await api.request.get(`${dutyPath}/current`).set(auth).expect(200)).body;
  }

  test('is off duty with the next check, and told why; clear again he signs on again', async () => {
    const point = await buildPoint(api.services);
    const guard = await verifiedStaff(api.services, {
      unit: { id: point.unitId } as never,
      roles: ['guard'],
      points: [point],
    });
    const door = { auth: guard.auth, point };
    const { body: duty } = await signOn(door).expect(201);
    expect(await tryAt(door)).toBe('taken');
    await buildFact(api.services, guard.person.idNumber);
    expect(await tryAt(door)).toBe('403 duty_ended');
    expect(await shown(door)).toEqual({ duty: null, endedBy: 'colour' });
    expect(await tryAt(door)).toBe('403 duty_required');
    expect(codeOfRefusal(await signOn(door).expect(403))).toBe('duty_colour');
    expect((await countsOf(api.services, point.id)).rows).toBe(1);
    const events = await auditEvents(api.services, duty.id);
    expect(events.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      `duties.create staff:${guard.staff.id}`,
      'duties.update system:system',
    ]);

    await buildFact(api.services, guard.person.idNumber, { kind: 'lift.fever', source: 'override' });
    await signOn(door).expect(201);
    expect(await tryAt(door)).toBe('taken');
    expect(await shown(door)).toMatchObject({ duty: { point: { id: point.id } }, endedBy: null });
  });

  test('ten checks at once end it once', async () => {
    const door = await openDoor(api);
    await buildFact(api.services, door.person.idNumber);
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryAt(door)));
    expect(answers.filter((answer) => !/^403 duty_(ended|required)$/.test(answer))).toEqual([]);
    expect(answers).toContain('403 duty_ended');
    expect((await auditEvents(api.services, door.duty.id)).map(({ action }) => action)).toEqual([
      'duties.create',
      'duties.update',
    ]);
  });

  test('is off duty without any check, and nobody else is', async () => {
    const [turned, green] = [await openDoor(api), await openDoor(api)];
    await buildFact(api.services, turned.person.idNumber);
    const person = await Person.findByPk(turned.person.person.id, { rejectOnEmpty: true });
    await refreshStatus(api.services, person);
    await endUnclearDuties.perform(api.services);
    await endUnclearDuties.perform(api.services);
    expect(await shown(turned)).toEqual({ duty: null, endedBy: 'colour' });
    expect(await shown(green)).toMatchObject({ duty: { id: green.duty.id }, endedBy: null });
    expect(await auditEvents(api.services, turned.duty.id)).toHaveLength(2);
  });

  test('a feed that is late keeps nobody from the door', async () => {
    const door = await openDoor(api);
    api.clock.advance(30 * 3_600_000);
    const { auth } = await guardOnDuty(api.services, door.point);
    const guest = codeOf(api, await buildPerson(api.services));
    const { body } = await scan(api, { auth, point: door.point }, guest).expect(200);
    expect(body.colour).toBe('unknown');
  });

  test('a province may do without; where it does not, whoever signed on unproved signs on again', async () => {
    const { policy } = api.services.config;
    const point = await buildPoint(api.services);
    const { auth } = await signedInStaff(api.services, { unit: { id: point.unitId } as never });
    policy.dutyNeedsClear = false;
    await signOn({ auth, point }).expect(201);
    expect(await tryAt({ auth, point })).toBe('taken');
    policy.dutyNeedsClear = true;
    expect(await tryAt({ auth, point })).toBe('403 duty_required');
  });
});
