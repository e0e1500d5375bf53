import { writeAs } from '../../../api/src/context';
import { openSession } from '../../../api/src/commands/openSession';
import { Session } from '../../../api/src/models/session';
import { Staff } from '../../../api/src/models/staff';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(30_000);

const newPassword = 'Fresh-words-2026';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

function put(auth: Auth, body: object) {
  return api.request.put('/api/v1/sessions/password').set(auth).send(body);
}

function signInWith(phone: string, password: string) {
  return api.request.post('/api/v1/sessions').send({ grant: 'password', phone, password });
}

test('the first password is changed; the other sessions end, this one goes on', async () => {
  const { auth, staff, phone, password } = await signedInStaff(api.services, { mustChangePassword: true });
  const other = await writeAs(api.services, system, (scene) =>
    openSession(api.services, scene, { staffId: staff.id }, 'other'),
  );
  await put(auth, { currentPassword: password, newPassword }).expect(204);

  await api.request.get('/api/v1/unit/points').set(auth).expect(200);
  await api.request
    .get('/api/v1/unit')
    .set({ authorization: `Bearer ${other.access}` })
    .expect(401);
  expect(await Session.count({ where: { staffId: staff.id, revokedAt: null } })).toBe(1);
  await signInWith(phone, password).expect(401);
  expect((await signInWith(phone, newPassword).expect(200)).body.mustChangePassword).toBe(false);
  const events = await auditEvents(api.services, staff.id);
  expect(events).toContainEqual(
    expect.objectContaining({ action: 'staff.update', actor: `staff:${staff.id}` }),
  );
  expect(JSON.stringify(events)).not.toContain(newPassword);
});

test('the current password must be right; after five wrong ones there is a pause', async () => {
  const { auth, password } = await signedInStaff(api.services);
  for (let i = 0; i < 5; i += 1) {
    const wrong = await put(auth, { currentPassword: 'Wrong-2026-test', newPassword }).expect(400);
    expect(faultsOf(wrong)).toEqual({ currentPassword: 'The current password is wrong' });
  }
  const paused = await put(auth, { currentPassword: password, newPassword }).expect(429);

  expect(Number(paused.headers['retry-after'])).toBeGreaterThan(60);
});

test('the new password must differ', async () => {
  const { auth, password } = await signedInStaff(api.services);
  const same = await put(auth, { currentPassword: password, newPassword: password }).expect(400);

  expect(faultsOf(same)).toEqual({ newPassword: 'The new password must differ' });
});

test('every wrong field is named, and nothing changes', async () => {
  const { auth, staff } = await signedInStaff(api.services);
  const password = 'A password has 10 to 64 characters with letters and digits';
  const faults = async (body: object) => faultsOf(await put(auth, body).expect(400));

  expect(await faults({})).toEqual({ currentPassword: 'Required', newPassword: 'Required' });
  expect(await faults({ currentPassword: '', newPassword: 'short1', x: 1 })).toEqual({
    currentPassword: 'Required',
    newPassword: password,
    x: 'Unknown field',
  });
  expect(await faults({ currentPassword: 'a', newPassword: 'onlyletters' })).toEqual({
    newPassword: password,
  });
  expect((await Staff.findByPk(staff.id))?.passwordHash).toBe(staff.passwordHash);
});

test('two changes at once: one wins, the other is told', async () => {
  const { auth, phone, password } = await signedInStaff(api.services);
  const answers = await Promise.all(
    ['First-words-2026', 'Other-words-2026'].map((next) =>
      put(auth, { currentPassword: password, newPassword: next }),
    ),
  );
  const winner = answers[0]?.status === 204 ? 'First-words-2026' : 'Other-words-2026';

  expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
  await signInWith(phone, winner).expect(200);
});

test('nobody and residents have no password to change', async () => {
  const body = { currentPassword: 'a', newPassword };
  const resident = await signIn(api.services, await buildPerson(api.services));

  expect(codeOf(await put({}, body).expect(401))).toBe('not_signed_in');
  expect(codeOf(await put(resident, body).expect(403))).toBe('forbidden');
});
