import { limits } from '@anxing/contract/limits';
import { sessionAnswer } from '@anxing/contract/sessions';

import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { auditEvents } from '../../support/api/auditEvents';
import { cheapCost, cheapScrypt } from '../../support/api/cheapScrypt';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { inventPhone } from '../../support/api/invented';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let costs: number[];

beforeAll(async () => {
  costs = cheapScrypt();
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function enter(phone: string, password: string) {
  return api.request.post('/api/v1/sessions').send({ grant: 'password', phone, password });
}

function change(auth: Auth, body: object) {
  return api.request.put('/api/v1/sessions/password').set(auth).send(body);
}

async function set(table: 'staff' | 'units', assignment: string, id: string): Promise<void> {
  const { database } = api.services;
  await database.write((tx) => database.execute(`UPDATE ${table} SET ${assignment} WHERE id = ?`, [id], tx));
}

async function fail(phone: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await enter(phone, 'Wrong-2026').expect(401);
  }
}

const newPassword = 'Another-2026';

describe('signing in', () => {
  test('opens a session for staff', async () => {
    const { staff, phone, password } = await buildStaff(api.services);
    const { body } = await enter(phone, password).expect(200);
    expect(sessionAnswer.parse(body)).toMatchObject({ kind: 'staff', mustChangePassword: false });
    await api.request
      .get('/api/v1/unit')
      .set('authorization', `Bearer ${body.accessToken as string}`)
      .expect(200);
    expect((await Staff.findByPk(staff.id))?.lastSignInAt).toBeGreaterThan(0);
    const session = await Session.findOne({ where: { staffId: staff.id } });
    const [event] = await auditEvents(api.services, session?.id ?? '');
    expect(event).toMatchObject({ action: 'sessions.create', actor: `staff:${staff.id}` });
  });

  test('wrong, unknown, disabled, suspended and locked look and cost the same', async () => {
    const [known, disabled, suspended, locked] = [
      await buildStaff(api.services),
      await buildStaff(api.services),
      await buildStaff(api.services),
      await buildStaff(api.services),
    ];
    await set('staff', 'active = 0', disabled.staff.id);
    await set('units', 'active = 0', suspended.unit.id);
    await set('staff', `locked_until = ${Date.now() + 60_000}`, locked.staff.id);
    const before = costs.length;
    const answers = [
      await enter(known.phone, 'Wrong-2026'),
      await enter(inventPhone(), known.password),
      await enter(disabled.phone, disabled.password),
      await enter(suspended.phone, suspended.password),
      await enter(locked.phone, locked.password),
    ];

    const seen = answers.map(({ status, body }) => ({
      status,
      ...body.error,
      requestId: typeof body.error.requestId,
    }));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 401, code: 'sign_in_failed', requestId: 'string' });
    // The factory's hash is cheap; where no hash is compared, a real one is computed all the same.
    expect(costs.slice(before)).toEqual([cheapCost, ...Array(4).fill(2 ** 17)]);
  });

  test('five failures lock for 15 minutes, also for the right password', async () => {
    const { staff, phone, password } = await buildStaff(api.services);
    await fail(phone, limits.passwordAttempts);
    expect(codeOf(await enter(phone, password).expect(401))).toBe('sign_in_failed');
    api.clock.advance(limits.passwordLockMinutes * 60_000 - 5_000);
    await enter(phone, password).expect(401);
    api.clock.advance(10_000);
    await enter(phone, password).expect(200);
    const after = await Staff.findByPk(staff.id);
    expect(after).toMatchObject({ failedAttempts: 0, lockedUntil: null });
  });

  test('who keeps trying during a lock does not prolong it, and is in the audit chain', async () => {
    const { staff, phone, password } = await buildStaff(api.services);
    await fail(phone, limits.passwordAttempts);
    const locked = await Staff.findByPk(staff.id);
    api.clock.advance((limits.passwordLockMinutes - 1) * 60_000);
    await fail(phone, limits.passwordAttempts + 1);
    await enter(phone, password).expect(401);
    const after = await Staff.findByPk(staff.id);
    expect(after).toMatchObject({ failedAttempts: 0, lockedUntil: locked?.lockedUntil });
    const events = await auditEvents(api.services, staff.id);
    const tries = events.filter(({ action }) => action === 'staff.locked');
    expect(tries).toHaveLength(limits.passwordAttempts + 2);

    api.clock.advance(60_000);
    await enter(phone, password).expect(200);
  });

  test('four failures do not, and a success begins anew', async () => {
    const { phone, password } = await buildStaff(api.services);
    await fail(phone, limits.passwordAttempts - 1);
    await enter(phone, password).expect(200);
    await fail(phone, limits.passwordAttempts - 1);
    await enter(phone, password).expect(200);
  });

  test('many at once are locked like one after the other', async () => {
    const { staff, phone, password } = await buildStaff(api.services);
    await Promise.all(Array.from({ length: 5 }, () => enter(phone, 'Wrong-2026').expect(401)));
    expect((await Staff.findByPk(staff.id))?.lockedUntil).toBeGreaterThan(Date.now());
    await enter(phone, password).expect(401);
  });

  test('twenty wrong ones in an hour are the last, also when they come at once', async () => {
    const { phone } = await buildStaff(api.services);
    const answers = await Promise.all(Array.from({ length: 24 }, () => enter(phone, 'Wrong-2026')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(4).fill(429)]);
  });

  test('failures are in the audit chain, also those for phones that nobody has', async () => {
    const { staff, phone } = await buildStaff(api.services);
    const before = (await auditEvents(api.services, 'nobody')).length;
    await fail(phone, 1);
    await fail(inventPhone(), 1);
    const known = await auditEvents(api.services, staff.id);
    expect(known.at(-1)).toMatchObject({ action: 'staff.update', details: { fields: ['failedAttempts'] } });
    expect(await auditEvents(api.services, 'nobody')).toHaveLength(before + 1);
  });

  test('wrong fields are named', async () => {
    const body = { grant: 'password', phone: '123', password: '', code: '123456' };
    const response = await api.request.post('/api/v1/sessions').send(body).expect(400);
    expect(Object.keys(faultsOf(response))).toEqual(['code', 'password', 'phone']);
    const long = await enter(inventPhone(), 'x'.repeat(limits.passwordMaxLength + 1)).expect(400);
    expect(faultsOf(long)).toEqual({ password: 'Too long' });
  });
});

describe('the initial password', () => {
  test('opens nothing until it is changed', async () => {
    const built = await buildStaff(api.services, { mustChangePassword: true });
    const { body } = await enter(built.phone, built.password).expect(200);
    expect(body.mustChangePassword).toBe(true);
    const auth = { authorization: `Bearer ${body.accessToken as string}` };
    const points = () => api.request.get('/api/v1/unit/points').set(auth);
    expect(codeOf(await points().expect(403))).toBe('password_change_required');

    await change(auth, { currentPassword: built.password, newPassword }).expect(204);
    await points().expect(200);
    expect((await enter(built.phone, newPassword).expect(200)).body.mustChangePassword).toBe(false);
  });
});

describe('changing the password', () => {
  test('ends the other sessions and keeps this one; the old password is dead', async () => {
    const built = await signedInStaff(api.services);
    const other = await signIn(api.services, built);
    await change(built.auth, { currentPassword: built.password, newPassword }).expect(204);

    await api.request.get('/api/v1/unit').set(built.auth).expect(200);
    expect(codeOf(await api.request.get('/api/v1/unit').set(other).expect(401))).toBe('session_expired');
    expect(await Session.count({ where: { staffId: built.staff.id, revokedAt: null } })).toBe(1);
    await enter(built.phone, built.password).expect(401);
    const events = await auditEvents(api.services, built.staff.id);
    expect(events.map(({ actor }) => actor)).toContain(`staff:${built.staff.id}`);
    expect(JSON.stringify(events)).not.toContain(newPassword);
  });

  test('the current one must be right, the new one another and strong', async () => {
    const { auth, password } = await signedInStaff(api.services);
    const faults = async (body: object) => faultsOf(await change(auth, body).expect(400));

    expect(await faults({ currentPassword: 'Wrong-2026', newPassword })).toEqual({
      currentPassword: 'The current password is wrong',
    });
    expect(await faults({ currentPassword: password, newPassword: password })).toEqual({
      newPassword: 'The new password must differ',
    });
    const weak = ['short1', 'onlyletters', '1234567890', `${'a1'.repeat(33)}`];
    for (const one of weak) {
      expect(Object.keys(await faults({ currentPassword: password, newPassword: one }))).toEqual([
        'newPassword',
      ]);
    }
    expect(Object.keys(await faults({ newPassword: 1, x: 2 }))).toEqual([
      'currentPassword',
      'newPassword',
      'x',
    ]);
    await api.request.get('/api/v1/unit').set(auth).expect(200);
  });

  test('guessing the current one ends after five tries, also at once', async () => {
    const { auth, password } = await signedInStaff(api.services);
    const wrong = { currentPassword: 'Wrong-2026', newPassword };
    const answers = await Promise.all(Array.from({ length: 8 }, () => change(auth, wrong)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(5).fill(400),
      ...Array(3).fill(429),
    ]);
    const refused = await change(auth, { currentPassword: password, newPassword }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
  });

  test('two changes at the same moment: one wins', async () => {
    const built = await signedInStaff(api.services);
    const answers = await Promise.all(
      ['First-one-2026', 'Second-one-2026'].map((wanted) =>
        change(built.auth, { currentPassword: built.password, newPassword: wanted }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
    const winner = answers[0]?.status === 204 ? 'First-one-2026' : 'Second-one-2026';
    await enter(built.phone, winner).expect(200);
  });

  test('is for staff alone', async () => {
    const body = { currentPassword: 'Wrong-2026', newPassword };
    expect(codeOf(await change({}, body).expect(401))).toBe('not_signed_in');
    const resident = await signIn(api.services, await buildPerson(api.services));
    expect(codeOf(await change(resident, body).expect(403))).toBe('forbidden');
  });
});
