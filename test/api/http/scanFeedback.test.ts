import { newId } from '../../../api/src/base/ids';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { codeOf, openDoor, scan, type Door } from '../../support/api/door';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoster } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signIn } from '../../support/api/factories/signIn';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const told = { reason: 'errand', temperature: 36.4, mask: true };

function tell(auth: object, id: string, body: object) {
  return api.request
    .post(`/api/v1/scans/${id}/feedback`)
    .set(auth as Record<string, string>)
    .send(body);
}

/** A check of somebody, and what is answered. */
async function checked(door: Door, more: object = {}, given?: BuiltPerson) {
  const person = given ?? (await buildPerson(api.services));
  const { body } = await scan(api, door, codeOf(api, person), more).expect(200);

  return { person, id: body.id as string, body };
}

async function counts({ point }: Door) {
  const { rows, came, went, inside } = await countsOf(api.services, point.id);

  return [rows, came, went, inside];
}

test('what is wanted makes the decision provisional; the feedback makes it final', async () => {
  const door = await openDoor(api, { category: 'government' });
  const { id, body } = await checked(door);
  expect(body).toMatchObject({
    decision: 'ask',
    wants: ['temperature', 'mask'],
    why: '请测量体温、查看口罩',
  });
  expect(await counts(door)).toEqual([1, 1, 0, 1]);

  const half = await tell(door.auth, id, { reason: 'work', mask: true }).expect(200);
  expect(half.body).toMatchObject({ decision: 'ask', wants: ['temperature'] });
  const whole = await tell(door.auth, id, { reason: 'work', temperature: 36.4 }).expect(200);
  expect(whole.body).toEqual({ id, decision: 'allow', why: null, wants: [] });
  expect(await counts(door)).toEqual([1, 1, 0, 1]);
});

test('fever closes what the check opened, once; a second look opens it again', async () => {
  const door = await openDoor(api);
  const { id } = await checked(door);
  const fever = { ...told, temperature: 38.1 };
  const { body } = await tell(door.auth, id, fever).expect(200);
  expect(body).toMatchObject({ decision: 'stop', why: '体温 38.1 ℃，达到或超过 37.3 ℃' });
  expect(await counts(door)).toEqual([1, 0, 0, 0]);

  await tell(door.auth, id, fever).expect(200);
  expect(await counts(door)).toEqual([1, 0, 0, 0]);
  await Promise.all([1, 2, 3].map(() => tell(door.auth, id, told).expect(200)));
  expect(await counts(door)).toEqual([1, 1, 0, 1]);
});

test('a stop ends the presence that the person’s own check-in opened', async () => {
  const door = await openDoor(api);
  const person = await buildPerson(api.services);
  const { token } = await buildPoster(api.services, door.point);
  const visitor = await signIn(api.services, person);
  await api.request.post('/api/v1/visits').set(visitor).send({ id: checkInId(), poster: token }).expect(200);
  const { id } = await checked(door, {}, person);
  await tell(door.auth, id, { ...told, mask: false }).expect(200);
  expect(await counts(door)).toEqual([2, 1, 1, 0]);
});

describe('where the policy asks for feedback first', () => {
  test('nobody is inside before it is told', async () => {
    const door = await openDoor(api, { category: 'school' });
    const { id } = await checked(door);
    expect(await counts(door)).toEqual([1, 0, 0, 0]);
    await tell(door.auth, id, { reason: 'work', mask: true }).expect(200);
    expect(await counts(door)).toEqual([1, 0, 0, 0]);
    await tell(door.auth, id, { ...told, reason: 'work' }).expect(200);
    expect(await counts(door)).toEqual([1, 1, 0, 1]);
  });

  test('all told with the check is enough', async () => {
    const door = await openDoor(api, { category: 'school' });
    await checked(door, told);
    expect(await counts(door)).toEqual([1, 1, 0, 1]);
  });

  test('all but the reason is not', async () => {
    const door = await openDoor(api, { category: 'school' });
    const { id, body } = await checked(door, { temperature: 36.4, mask: true });
    expect(body).toMatchObject({ decision: 'allow', wants: [] });
    expect(await counts(door)).toEqual([1, 0, 0, 0]);
    await tell(door.auth, id, told).expect(200);
    expect(await counts(door)).toEqual([1, 1, 0, 1]);
  });
});

describe('a negative test', () => {
  test('is asked for where the policy says so, and found', async () => {
    const door = await openDoor(api, { category: 'welfare' });
    const person = await buildPerson(api.services);
    const { body } = await checked(door, told, person);
    expect(body).toMatchObject({ decision: 'ask', why: '未查到 48 小时内的核酸阴性结果，请工作人员核验' });
    await buildFact(api.services, person.idNumber, { source: 'tests', kind: 'nucleicNegative' });
    expect((await checked(door, told, person)).body).toMatchObject({ decision: 'allow' });
  });

  test('on paper is the guard’s to accept, with its reason', async () => {
    const door = await openDoor(api, { category: 'welfare' });
    const { id } = await checked(door, told);
    const override = { decision: 'allow', reason: 'paperTest' };
    const { body } = await tell(door.auth, id, { ...told, override }).expect(200);
    expect(body).toMatchObject({ decision: 'allow', why: '工作人员放行：出示纸质核酸证明', wants: [] });
  });
});

describe('another decision of the guard', () => {
  test('stands, also against a colour, and is audited without a word of the note', async () => {
    const door = await openDoor(api);
    const person = await buildPerson(api.services);
    await buildFact(api.services, person.idNumber);
    const { id, body } = await checked(door, {}, person);
    expect(body).toMatchObject({ decision: 'stop' });
    const override = { decision: 'allow', reason: 'emergency', note: '送医途中借道' };
    await tell(door.auth, id, { ...told, override }).expect(200);
    await tell(door.auth, id, { ...told, override }).expect(200);
    expect(await counts(door)).toEqual([1, 1, 0, 1]);

    const events = await api.services.database.select(
      "SELECT payload FROM audit_events WHERE action = 'passages.feedback' AND target = ?",
      [id],
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).toContain('emergency');
    expect(JSON.stringify(events)).not.toContain('借道');
  });

  test('is taken back by the next feedback', async () => {
    const door = await openDoor(api);
    const { id } = await checked(door);
    const override = { decision: 'stop', reason: 'refuses' };
    expect((await tell(door.auth, id, { ...told, override })).body.decision).toBe('stop');
    expect(await counts(door)).toEqual([1, 0, 0, 0]);
    expect((await tell(door.auth, id, told)).body.decision).toBe('allow');
    expect(await counts(door)).toEqual([1, 1, 0, 1]);
  });

  test('needs a reason of the list, of its own for somebody with fever', async () => {
    const door = await openDoor(api);
    const { id } = await checked(door);
    const faultOf = async (override: object, temperature = 36.5) => {
      const { body } = await tell(door.auth, id, { ...told, temperature, override }).expect(400);

      return body.error.fields.map(({ path }: { path: string }) => path);
    };
    expect(await faultOf({ decision: 'allow', reason: 'because' })).toEqual(['override.reason']);
    expect(await faultOf({ decision: 'stop', reason: 'checked' })).toEqual(['override.reason']);
    expect(await faultOf({ decision: 'allow', reason: 'checked' }, 38)).toEqual(['override.reason']);
    expect(await faultOf({ decision: 'ask', reason: 'checked' })).toEqual(['override.decision']);
    const override = { decision: 'allow', reason: 'measuredAgain' };
    await tell(door.auth, id, { ...told, temperature: 38, override }).expect(200);
  });
});

test('the unit’s records and the own trail show it at once', async () => {
  const door = await openDoor(api);
  const { id, person } = await checked(door);
  const override = { decision: 'allow', reason: 'checked', note: '已看证件' };
  await tell(door.auth, id, { ...told, override }).expect(200);
  const manager = await signIn(
    api.services,
    await buildStaff(api.services, { unit: { id: door.point.unitId } as never }),
  );
  const shown = { decision: 'allow', temperature: 36.4, reason: '购物办事', override: '已当面核实' };
  const list = await api.request.get('/api/v1/unit/passages').set(manager).expect(200);
  expect(list.body.items).toEqual([expect.objectContaining({ id, ...shown })]);
  const detail = await api.request.get(`/api/v1/unit/passages/${id}`).set(manager).expect(200);
  expect(detail.body).toMatchObject({ ...shown, note: '已看证件', object: 'code', mask: true });
  const trail = await api.request
    .get('/api/v1/me/passages')
    .set(await signIn(api.services, person))
    .expect(200);
  expect(trail.body.items).toEqual([
    expect.objectContaining({ id, decision: 'allow', temperature: 36.4, reason: '购物办事' }),
  ]);
});

test('every wrong field is named', async () => {
  const door = await openDoor(api);
  const { id } = await checked(door);
  const { body } = await tell(door.auth, id, { reason: '', temperature: 50, mask: 1, x: 1 }).expect(400);
  expect(body.error.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'mask',
    'reason',
    'temperature',
    'x',
  ]);
  const unknown = await tell(door.auth, id, { reason: 'because' }).expect(400);
  expect(unknown.body.error.fields).toMatchObject([{ path: 'reason' }]);
  const early = await scan(api, door, codeOf(api, await buildPerson(api.services)), { reason: 'x' }).expect(
    400,
  );
  expect(early.body.error.fields).toMatchObject([{ path: 'reason' }]);
});

test('only of an own check of today, for half an hour', async () => {
  const door = await openDoor(api);
  const { id, person } = await checked(door);
  const colleague = await signIn(
    api.services,
    await buildStaff(api.services, { unit: { id: door.point.unitId } as never, roles: ['guard'] }),
  );
  const viewer = await signIn(
    api.services,
    await buildStaff(api.services, { unit: { id: door.point.unitId } as never, roles: ['viewer'] }),
  );
  await tell({}, id, told).expect(401);
  await tell(await signIn(api.services, person), id, told).expect(403);
  await tell(viewer, id, told).expect(403);
  await tell(colleague, id, told).expect(404);
  await tell((await openDoor(api)).auth, id, told).expect(404);
  await tell(door.auth, newId(api.clock.now()), told).expect(404);
  await tell(door.auth, 'x', told).expect(404);

  api.clock.advance(31 * 60_000);
  const auth = await signIn(api.services, door.guard);
  const late = await tell(auth, id, told);
  expect(['feedback_closed', 'not_found']).toContain(late.body.error.code);
  api.clock.advance(86_400_000);
  await tell(await signIn(api.services, door.guard), id, told).expect(404);
});

test('who is off duty, or no longer clear himself, lets nobody in on his own decision', async () => {
  const door = await openDoor(api);
  const { idNumber, person } = await buildPerson(api.services);
  await buildFact(api.services, idNumber);
  const { id, body } = await checked(door, {}, { idNumber, person } as BuiltPerson);
  expect(body).toMatchObject({ decision: 'stop' });
  const override = { decision: 'allow', reason: 'checked' };
  await api.request.delete('/api/v1/unit/duties/current').set(door.auth).expect(204);
  const refused = await tell(door.auth, id, { ...told, override }).expect(403);
  expect(refused.body.error.code).toBe('duty_required');
  expect(await counts(door)).toEqual([1, 0, 0, 0]);
  await tell(door.auth, id, told).expect(200);
});
