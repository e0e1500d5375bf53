import { staffRoles } from '@anxing/contract/units';

import { AppError } from '../../../../api/src/base/errors';
import type { Staff } from '../../../../api/src/models/staff';
import type { Unit } from '../../../../api/src/models/unit';
import { abilitiesOf } from '../../../../api/src/policies/abilities';
import { authorise } from '../../../../api/src/policies/authorise';
import { maySuspend } from '../../../../api/src/policies/maySuspend';
import { sameUnit } from '../../../../api/src/policies/sameUnit';
import { seesEveryPoint } from '../../../../api/src/policies/seesEveryPoint';
import { isSomebodyElse, mayManage } from '../../../../api/src/policies/staffMembers';

function staff(id: string, roles: string): Staff {
  return { id, roles } as Staff;
}

test('each ability belongs to these roles and to no other', () => {
  const table = Object.fromEntries(
    staffRoles.map((role) => [
      role,
      Object.entries(abilitiesOf([role], 'enterprise'))
        .filter(([, may]) => may)
        .map(([ability]) => ability)
        .join(' '),
    ]),
  );
  const everything = 'managePoints managePosters readPassages readFlow manageFlow manageStaff checkPeople';
  expect(table).toEqual({
    owner: `${everything} proposeOverrides manageDevices`,
    manager: `${everything} manageDevices`,
    clerk: 'proposeOverrides',
    guard: 'readFlow manageFlow checkPeople',
    viewer: 'readPassages readFlow',
    feeds: 'readRisk manageFeeds',
    rules: 'readRisk manageRules proposeOverrides answerAppeals',
    approver: 'readRisk approveChanges',
    units: 'manageUnits approveDevices',
    tracer: '',
    auditor: 'readAudit readRisk',
  });
});

test('test results are uploaded by staff of hospitals', () => {
  expect(abilitiesOf(['clerk'], 'hospital').uploadTests).toBe(true);
  expect(abilitiesOf(['clerk'], 'school').uploadTests).toBe(false);
  expect(abilitiesOf(['guard'], 'hospital').uploadTests).toBe(false);
});

test('the owner is managed by owners only', () => {
  const [owner, manager, guard] = [staff('1', 'owner,guard'), staff('2', 'manager'), staff('3', 'guard')];
  expect(mayManage(manager, owner)).toBe(false);
  expect(mayManage(owner, manager)).toBe(true);
  expect(mayManage(owner, owner)).toBe(true);
  expect(mayManage(manager, guard)).toBe(true);
  expect(isSomebodyElse(manager, guard)).toBe(true);
  expect(isSomebodyElse(manager, manager)).toBe(false);
});

test('a plain guard sees his points, everybody above all of them', () => {
  expect(seesEveryPoint(['guard'])).toBe(false);
  expect(seesEveryPoint(['guard', 'viewer'])).toBe(true);
  expect(seesEveryPoint(['clerk'])).toBe(false);
});

test('records belong to one unit; the operator stays', () => {
  expect(sameUnit({ id: 'a' } as Unit, { unitId: 'a' })).toBe(true);
  expect(sameUnit({ id: 'a' } as Unit, { unitId: 'b' })).toBe(false);
  expect(maySuspend({ kind: 'operator' } as Unit)).toBe(false);
  expect(maySuspend({ kind: 'school' } as Unit)).toBe(true);
});

test('a no becomes forbidden', () => {
  expect(() => authorise(false)).toThrow(AppError);
  expect(() => authorise(true)).not.toThrow();
});
