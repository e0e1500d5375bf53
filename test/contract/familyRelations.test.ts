import { ageFault, mostOfRelation } from '@anxing/contract/familyRelations';
import { idNumberCheck } from '@anxing/contract/idNumber';
import { limits } from '@anxing/contract/limits';

const today = '2026-11-22';

/** A number with a right check character for a birthday YYYYMMDD. */
function bornOn(birth: string): string {
  const first17 = `350102${birth}001`;

  return first17 + idNumberCheck(first17);
}

test.each([
  ['parent', '19711122', undefined],
  ['parent', '19711123', 'family.parentAge'],
  ['child', '20091123', undefined],
  ['child', '20091122', 'family.childAge'],
  ['child', '20261122', undefined],
  ['spouse', '20091122', undefined],
] as const)('a %s born on %s: %s', (relation, birth, fault) => {
  expect(ageFault(relation, bornOn(birth), today)).toBe(fault);
});

test('who was born on 29 February is a year older on 1 March of other years', () => {
  expect(ageFault('parent', bornOn('19720229'), '2027-02-28')).toBe('family.parentAge');
  expect(ageFault('parent', bornOn('19720229'), '2027-03-01')).toBeUndefined();
});

test('all relations together are the family', () => {
  const most = Object.values(mostOfRelation).reduce((sum, one) => sum + one, 0);
  expect(most).toBe(limits.familyMembers);
});
