import { aboutFault, deciderFault } from '../../../../api/src/commands/changes/parties';
import { mayDecideChange } from '../../../../api/src/policies/mayDecideChange';
import { abilitiesOf } from '../../../../api/src/policies/abilities';
import type { Change } from '../../../../api/src/models/change';

const change = {
  staffId: 'staff 1',
  personId: 'person 1',
  about: '["index 3"]',
  state: 'waiting',
  expiresAt: 100,
} as Change;

function party(number: number, staff = number) {
  return { staffId: `staff ${staff}`, person: { id: `person ${number}`, identityIndex: `index ${number}` } };
}

test.each([
  ['another verified person', party(2), undefined],
  ['who proposed it', party(1), 'change_own'],
  ['the same account, whoever is behind it', { staffId: 'staff 1', person: undefined }, 'change_own'],
  ['the same person with another account', party(1, 9), 'change_own'],
  ['whom it is about', party(3), 'change_about_self'],
  ['somebody who is not verified', { staffId: 'staff 2', person: undefined }, 'change_not_verified'],
])('%s', (_who, decider, fault) => {
  expect(deciderFault(decider, change)).toBe(fault);
});

test('whom nobody knows cannot be told apart', () => {
  expect(aboutFault({ staffId: 'staff 2', person: undefined }, ['index 3'])).toBeUndefined();
});

test('the button is there while it can be decided, also for who has to be verified first', () => {
  const approver = abilitiesOf(['approver'], 'operator');
  const unverified = { staffId: 'staff 2', person: undefined };
  expect(mayDecideChange(approver, party(2), change, 99)).toBe(true);
  expect(mayDecideChange(approver, unverified, change, 99)).toBe(true);
  expect(mayDecideChange(approver, party(2), change, 100)).toBe(false);
  expect(mayDecideChange(approver, party(3), change, 99)).toBe(false);
  expect(mayDecideChange(approver, party(2), { ...change, state: 'rejected' } as Change, 99)).toBe(false);
  expect(mayDecideChange(abilitiesOf(['rules'], 'operator'), party(2), change, 99)).toBe(false);
});
