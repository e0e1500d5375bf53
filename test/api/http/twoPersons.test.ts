import { writeAs } from '../../../api/src/context';
import { Change } from '../../../api/src/models/change';
import { Staff } from '../../../api/src/models/staff';
import { buildAccount, buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { decide, liftWish, orangeWish, ownCode, propose, proposeOrange } from '../../support/api/overrides';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterAll(() => api.close());

describe('no colour changes by', () => {
  async function expectNothing(id: string, person: BuiltPerson): Promise<void> {
    expect((await Change.findByPk(id))?.state).toBe('waiting');
    expect((await ownCode(api, person)).colour).toBe('green');
  }

  test('who proposed it', async () => {
    const unit = await buildUnit(api.services, { kind: 'operator' });
    const both = await verifiedStaff(api.services, { unit, roles: ['rules', 'approver'] });
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, both, [person]);
    expect(codeOf(await decide(api, both, id, 'approve').expect(403))).toBe('change_own');
    expect(codeOf(await decide(api, both, id, 'reject').expect(403))).toBe('change_own');
    await expectNothing(id, person);
  });

  test('the same person with a second account', async () => {
    const other = await verifiedStaff(api.services, {
      unit: approver.unit,
      roles: ['approver'],
      person: rules.person,
    });
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    expect(codeOf(await decide(api, other, id, 'approve').expect(403))).toBe('change_own');
    const seen = await api.request.get(`/api/v1/operator/changes/${id}`).set(other.auth).expect(200);
    expect(seen.body).toMatchObject({ isMine: false, mayDecide: false });
    await expectNothing(id, person);
  });

  test('somebody who is not verified, on either side', async () => {
    const unit = await buildUnit(api.services, { kind: 'operator' });
    const unverified = await signedInStaff(api.services, { unit, roles: ['rules', 'approver'] });
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    expect(codeOf(await decide(api, unverified, id, 'approve').expect(403))).toBe('change_not_verified');
    const proposal = propose(api, 'operator', unverified.auth, orangeWish([person.idNumber]));
    expect(codeOf(await proposal.expect(403))).toBe('change_not_verified');
    await expectNothing(id, person);
  });

  test('an account under the phone that is not verified yet, or leads to two people', async () => {
    const unit = await buildUnit(api.services, { kind: 'operator' });
    const pending = await signedInStaff(api.services, { unit, roles: ['approver'] });
    await buildAccount(api.services, { phoneText: pending.phone, pendingLevel: 3 });
    const shared = await verifiedStaff(api.services, { unit, roles: ['approver'] });
    const { person: another } = await buildPerson(api.services);
    await buildAccount(api.services, {
      kind: 'wechat',
      subjectIndex: 'somebody else',
      phoneText: shared.phone,
      personId: another.id,
    });
    const person = await buildPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    for (const one of [pending, shared]) {
      expect(codeOf(await decide(api, one, id, 'approve').expect(403))).toBe('change_not_verified');
    }
    await expectNothing(id, person);
  });

  test('whom it is about, on either side', async () => {
    const id = await proposeOrange(api, rules, [approver.person]);
    expect(codeOf(await decide(api, approver, id, 'approve').expect(403))).toBe('change_about_self');
    expect(codeOf(await decide(api, approver, id, 'reject').expect(403))).toBe('change_about_self');
    await expectNothing(id, approver.person);
    const own = propose(api, 'operator', rules.auth, liftWish([rules.person.idNumber]));
    expect(codeOf(await own.expect(403))).toBe('change_about_self');
  });

  test('a resident, staff of a unit, or an operator without the ability', async () => {
    const person = await signedInPerson(api.services);
    const id = await proposeOrange(api, rules, [person]);
    const owner = await verifiedStaff(api.services, { roles: ['owner'] });
    for (const one of [person, owner, rules]) {
      expect(codeOf(await decide(api, one, id, 'approve').expect(403))).toBe('forbidden');
    }
    await expectNothing(id, person);
  });

  test('an approval after somebody else has decided, or after it was taken back', async () => {
    const person = await buildPerson(api.services);
    const rejected = await proposeOrange(api, rules, [person]);
    await decide(api, approver, rejected, 'reject', { note: '依据不足' }).expect(200);
    const withdrawn = await proposeOrange(api, rules, [person]);
    await decide(api, rules, withdrawn, 'withdraw', {}).expect(200);
    for (const id of [rejected, withdrawn]) {
      expect(codeOf(await decide(api, approver, id, 'approve').expect(409))).toBe('change_decided');
    }
    expect((await ownCode(api, person)).colour).toBe('green');
  });

  test('an approval that comes too late, or when who proposed it was suspended', async () => {
    const person = await buildPerson(api.services);
    const unit = await buildUnit(api.services, { kind: 'operator' });
    const leaver = await verifiedStaff(api.services, { unit, roles: ['rules'] });
    const orphaned = await proposeOrange(api, leaver, [person]);
    await writeAs(api.services, system, async (scene) => {
      const staff = await Staff.findByPk(leaver.staff.id, { rejectOnEmpty: true, transaction: scene.tx });
      staff.active = false;
      await staff.saveBy(scene);
    });
    expect(codeOf(await decide(api, approver, orphaned, 'approve').expect(409))).toBe('change_outdated');
    await expectNothing(orphaned, person);
    await decide(api, approver, orphaned, 'reject').expect(200);

    const late = await proposeOrange(api, rules, [person]);
    await writeAs(api.services, system, async (scene) => {
      const change = await Change.findByPk(late, { rejectOnEmpty: true, transaction: scene.tx });
      change.expiresAt = scene.now - 1;
      await change.saveBy(scene);
    });
    expect(codeOf(await decide(api, approver, late, 'approve').expect(409))).toBe('change_outdated');
    expect((await ownCode(api, person)).colour).toBe('green');
  });
});
