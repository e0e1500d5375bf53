import { limits } from '@anxing/contract/limits';

import { writeAs } from '../../../api/src/context';
import { lockOne } from '../../../api/src/models/auditedModel';
import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { Unit } from '../../../api/src/models/unit';
import { hashPassword } from '../../../api/src/privacy/passwords';
import { auditEvents } from '../../support/api/auditEvents';
import { buildStaff, type BuiltStaff } from '../../support/api/factories/buildStaff';
import { system } from '../../support/api/factories/buildUnit';
import { inventPhone } from '../../support/api/invented';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(30_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function open(phone: string, password: string) {
  return api.request.post('/api/v1/sessions').send({ grant: 'password', phone, password });
}

async function refusalOf(phone: string, password: string): Promise<object> {
  const { status, body } = await open(phone, password);
  const { requestId, ...error } = body.error;
  expect(requestId).toEqual(expect.any(String));

  return { status, error };
}

function change(staff: Staff, values: Partial<Staff['dataValues']>) {
  return writeAs(api.services, system, async (scene) => {
    const locked = await lockOne(Staff, scene, { id: staff.id });
    await locked?.set(values).saveBy(scene);
  });
}

test('the right password opens a session for staff, and notes when', async () => {
  const { phone, password, staff } = await buildStaff(api.services);
  const { body } = await open(phone, password).expect(200);

  expect(body).toMatchObject({ kind: 'staff', mustChangePassword: false, refreshToken: expect.any(String) });
  await api.request
    .get('/api/v1/unit')
    .set({ authorization: `Bearer ${body.accessToken}` })
    .expect(200);
  const seen = await Staff.findByPk(staff.id);
  expect(seen?.lastSignInAt).toBeGreaterThan(Date.now() - 60_000);
  const session = await Session.findOne({ where: { staffId: staff.id } });
  const [event] = await auditEvents(api.services, session?.id ?? '');
  expect(event).toMatchObject({ action: 'sessions.create', actor: `staff:${staff.id}` });
});

test('an initial password opens a session that can do nothing but change it', async () => {
  const { phone, password } = await buildStaff(api.services, { mustChangePassword: true });
  const { body } = await open(phone, password).expect(200);

  expect(body.mustChangePassword).toBe(true);
  const points = await api.request
    .get('/api/v1/unit/points')
    .set({ authorization: `Bearer ${body.accessToken}` })
    .expect(403);
  expect(codeOf(points)).toBe('password_change_required');
});

test('wrong, unknown, disabled, suspended and locked get one answer', async () => {
  const [known, disabled, suspended, locked] = (await Promise.all(
    Array.from({ length: 4 }, () => buildStaff(api.services)),
  )) as [BuiltStaff, BuiltStaff, BuiltStaff, BuiltStaff];
  await change(disabled.staff, { active: false });
  await change(locked.staff, { lockedUntil: Date.now() + 60_000 });
  await writeAs(api.services, system, async (scene) => {
    const unit = await lockOne(Unit, scene, { id: suspended.unit.id });
    await unit?.set({ active: false }).saveBy(scene);
  });
  const wrong = await refusalOf(known.phone, 'Wrong-2026-test');

  expect(wrong).toEqual({
    status: 401,
    error: expect.objectContaining({ code: 'sign_in_failed' }),
  });
  expect(await refusalOf(inventPhone(), known.password)).toEqual(wrong);
  expect(await refusalOf(disabled.phone, disabled.password)).toEqual(wrong);
  expect(await refusalOf(suspended.phone, suspended.password)).toEqual(wrong);
  expect(await refusalOf(locked.phone, locked.password)).toEqual(wrong);
});

test('it takes as long when nobody has the phone', async () => {
  const { phone, staff } = await buildStaff(api.services);
  await change(staff, { passwordHash: await hashPassword('Anxing-2026-test') });
  const time = async (to: string) => {
    const start = performance.now();
    await open(to, 'Wrong-2026-test').expect(401);

    return performance.now() - start;
  };
  await time(inventPhone());
  const [known, unknown] = [await time(phone), await time(inventPhone())];

  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});

test('the fifth wrong password locks for 15 minutes, and the right one is refused like a wrong one', async () => {
  const { phone, password } = await buildStaff(api.services);
  const refusals = [];
  for (let i = 0; i < limits.passwordAttempts; i += 1) {
    refusals.push(await refusalOf(phone, 'Wrong-2026-test'));
  }
  const locked = await refusalOf(phone, password);

  expect(new Set([...refusals, locked].map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  api.clock.advance(limits.passwordLockMinutes * 60_000 - 5_000);
  await open(phone, password).expect(401);
  api.clock.advance(10_000);
  await open(phone, password).expect(200);
});

test('a right password forgets the wrong ones before it', async () => {
  const { phone, password, staff } = await buildStaff(api.services);
  for (let i = 1; i < limits.passwordAttempts; i += 1) {
    await open(phone, 'Wrong-2026-test').expect(401);
  }
  await open(phone, password).expect(200);
  await open(phone, 'Wrong-2026-test').expect(401);

  expect((await Staff.findByPk(staff.id))?.failedAttempts).toBe(1);
  await open(phone, password).expect(200);
});

test('many at once are no more tries than one after the other', async () => {
  const { phone } = await buildStaff(api.services);
  const answers = await Promise.all(Array.from({ length: 24 }, () => open(phone, 'Wrong-2026-test')));
  const statuses = answers.map(({ status }) => status).sort();

  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
});
