import { proofCodeAnswer } from '@anxing/contract/sessions';

import { Change } from '../../../api/src/models/change';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Session } from '../../../api/src/models/session';
import { cheapScrypt } from '../../support/api/cheapScrypt';
import { buildAccount, buildPerson } from '../../support/api/factories/buildPerson';
import { buildUnit } from '../../support/api/factories/buildUnit';
import type { Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, orangeWish, ownCode, propose, proposeOrange } from '../../support/api/overrides';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const hourMs = 3_600_000;

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  cheapScrypt();
  api = await startApi();
  standIns = quickStandIns(api.services);
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());
afterAll(() => api.close());

function sendCode(auth: Auth) {
  return api.request.post('/api/v1/sessions/current/proof-code').set(auth).send({});
}

function prove(auth: Auth, code: string) {
  return api.request.post('/api/v1/sessions/current/proof').set(auth).send({ code });
}

/** One that no code is. */
function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

/** The session in the header is not proven. */
async function unproven(staff: VerifiedStaff, provenAt: number | null = null): Promise<{ auth: Auth }> {
  return { auth: await signIn(api.services, staff, { provenAt }) };
}

/** A clerk whose session is not proven, with the code that was sent to the own phone. */
async function withCode() {
  const staff = await verifiedStaff(api.services, { roles: ['clerk'] });
  const { auth } = await unproven(staff);
  const { body } = await sendCode(auth).expect(200);

  return { staff, auth, told: proofCodeAnswer.parse(body), code: standIns.sms.lastCode(staff.phone) ?? '' };
}

async function expectRefused(auth: Auth): Promise<void> {
  expect(codeOf(await propose(api, 'unit', auth, orangeWish()).expect(403))).toBe('proof_required');
}

describe('without a proof in the very session', () => {
  test('nothing is proposed, and nothing is decided', async () => {
    const id = await proposeOrange(api, rules);
    const [proposer, decider] = [await unproven(rules), await unproven(approver)];
    const proposal = await propose(api, 'operator', proposer.auth, orangeWish()).expect(403);
    expect(codeOf(proposal)).toBe('proof_required');
    for (const verdict of ['approve', 'reject'] as const) {
      expect(codeOf(await decide(api, decider, id, verdict).expect(403))).toBe('proof_required');
    }
    expect((await Change.findByPk(id))?.state).toBe('waiting');
    await decide(api, proposer, id, 'withdraw').expect(200);
  });

  test('nothing of a file is stored', async () => {
    const feeds = await verifiedStaff(api.services, { unit: rules.unit, roles: ['feeds'] });
    const { auth } = await unproven(feeds);
    const before = await FeedBatch.count();
    const sent = api.request.post('/api/v1/operator/feeds/tests/uploads?name=eins').set(auth);
    const answer = await sent.set('content-type', 'text/csv').send('a,b\r\n1,2\r\n').expect(403);
    expect(codeOf(answer)).toBe('proof_required');
    expect(await FeedBatch.count()).toBe(before);
  });

  test('a proof of thirteen hours ago is over, one of eleven counts', async () => {
    const now = api.clock.now();
    await expectRefused((await unproven(rules, now - 13 * hourMs)).auth);
    const id = await proposeOrange(api, await unproven(rules, now - 11 * hourMs));
    const late = await decide(api, await unproven(approver, now - 13 * hourMs), id, 'approve').expect(403);
    expect(codeOf(late)).toBe('proof_required');
  });
});

describe('the code', () => {
  test('goes to the own phone, which is told masked, and proves this session only', async () => {
    const { staff, auth, told, code } = await withCode();
    expect(told).toEqual({
      expiresIn: 300,
      resendAfter: 60,
      phone: `${staff.phone.slice(0, 3)}****${staff.phone.slice(-4)}`,
    });
    await expectRefused(auth);
    await prove(auth, code).expect(204);
    await propose(api, 'unit', auth, orangeWish()).expect(201);
    await expectRefused((await unproven(staff)).auth);
    expect(codeOf(await prove(auth, code).expect(401))).toBe('sms_code_wrong');
  });

  test('is wrong when it is another one, or that of somebody else', async () => {
    const [one, other] = [await withCode(), await withCode()];
    expect(codeOf(await prove(one.auth, otherThan(one.code)).expect(401))).toBe('sms_code_wrong');
    if (one.code !== other.code) {
      expect(codeOf(await prove(one.auth, other.code).expect(401))).toBe('sms_code_wrong');
    }
    await expectRefused(one.auth);
  });

  test('of a resident does not prove, and the other way round signs nobody in', async () => {
    const staff = await verifiedStaff(api.services, { roles: ['clerk'] });
    const { auth } = await unproven(staff);
    await api.request.post('/api/v1/sms-codes').send({ phone: staff.phone }).expect(200);
    const code = standIns.sms.lastCode(staff.phone) ?? '';
    expect(codeOf(await prove(auth, code).expect(401))).toBe('sms_code_wrong');

    const proof = await withCode();
    const signingIn = { grant: 'sms', phone: proof.staff.phone, code: proof.code };
    const answer = await api.request.post('/api/v1/sessions').send(signingIn).expect(401);
    expect(codeOf(answer)).toBe('sms_code_wrong');
  });

  test('is sent once a minute, and for staff', async () => {
    const { auth } = await withCode();
    expect(codeOf(await sendCode(auth).expect(429))).toBe('too_many_requests');
    expect(codeOf(await sendCode({}).expect(401))).toBe('not_signed_in');
    const resident = await signIn(api.services, await buildPerson(api.services));
    expect(codeOf(await sendCode(resident).expect(403))).toBe('forbidden');
    expect(codeOf(await prove(resident, '123456').expect(403))).toBe('forbidden');
    expect(codeOf(await prove({}, '123456').expect(401))).toBe('not_signed_in');
    expect(faultsOf(await prove(auth, '12').expect(400))).toEqual({ code: 'Enter the 6-digit code' });
  });
});

test('the proof outlives a renewed token', async () => {
  const staff = await verifiedStaff(api.services, { roles: ['clerk'] });
  const { phone, password } = staff;
  const opened = await api.request.post('/api/v1/sessions').send({ grant: 'password', phone, password });
  const auth = { authorization: `Bearer ${opened.body.accessToken}` };
  await expectRefused(auth);
  await sendCode(auth).expect(200);
  await prove(auth, standIns.sms.lastCode(phone) ?? '').expect(204);
  const { refreshToken } = opened.body;
  const renewed = await api.request.post('/api/v1/sessions/refresh').send({ refreshToken }).expect(200);
  const next = { authorization: `Bearer ${renewed.body.accessToken}` };
  await propose(api, 'unit', next, orangeWish()).expect(201);
});

test('with a new password the proven session is over, and the new one is not proven', async () => {
  const owner = await verifiedStaff(api.services, { roles: ['owner'] });
  const clerk = await verifiedStaff(api.services, { unit: owner.unit, roles: ['clerk'] });
  await propose(api, 'unit', clerk.auth, orangeWish()).expect(201);
  const reset = api.request.post(`/api/v1/unit/staff/${clerk.staff.id}/reset`).set(owner.auth).send({});
  const { body } = await reset.expect(200);
  expect(codeOf(await propose(api, 'unit', clerk.auth, orangeWish()).expect(401))).toBe('session_expired');
  const { phone } = clerk;
  const opened = await api.request
    .post('/api/v1/sessions')
    .send({ grant: 'password', phone, password: body.password })
    .expect(200);
  expect(opened.body.mustChangePassword).toBe(true);
  const sessions = await Session.findAll({ where: { staffId: clerk.staff.id, revokedAt: null } });
  expect(sessions.map(({ provenAt }) => provenAt ?? null)).toEqual([null]);
});

test('who makes an account under a stranger’s phone is not two people', async () => {
  const unit = await buildUnit(api.services);
  const owner = await verifiedStaff(api.services, { unit, roles: ['owner'], person: approver.person });
  const [stranger, victim] = [await buildPerson(api.services), await buildPerson(api.services)];
  await buildAccount(api.services, {
    kind: 'wechat',
    subjectIndex: 'the stranger',
    phoneText: stranger.phone,
    personId: stranger.person.id,
  });
  const given = { name: '某人', phone: stranger.phone, roles: ['clerk'] };
  const { body } = await api.request.post('/api/v1/unit/staff').set(owner.auth).send(given).expect(201);
  const password = body.activation.password as string;
  const opened = await api.request
    .post('/api/v1/sessions')
    .send({ grant: 'password', phone: stranger.phone, password })
    .expect(200);
  const auth = { authorization: `Bearer ${opened.body.accessToken}` };
  const change = { currentPassword: password, newPassword: 'Anxing-2026-other' };
  await api.request.put('/api/v1/sessions/password').set(auth).send(change).expect(204);
  const attack = await propose(api, 'unit', auth, orangeWish([victim.idNumber])).expect(403);
  expect(codeOf(attack)).toBe('proof_required');
  expect((await ownCode(api, victim)).colour).toBe('green');
});
