import { joinRoles, rolesOf } from '../../../../api/src/models/staffRoles';

test('roles are stored once each, in one order, and read back', () => {
  expect(joinRoles(['viewer', 'guard', 'viewer'])).toBe('guard,viewer');
  expect(rolesOf('guard,viewer')).toEqual(['guard', 'viewer']);
});

test('no roles and unknown ones are none', () => {
  expect(rolesOf('')).toEqual([]);
  expect(rolesOf('emperor,guard')).toEqual(['guard']);
});
