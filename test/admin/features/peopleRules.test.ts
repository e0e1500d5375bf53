import type { IdType } from '@anxing/contract/identityDocuments';

import { numberRule } from '../../../admin/src/features/overrides/form/peopleRules';

async function faultOf(...people: [IdType, string][]): Promise<string | undefined> {
  const values = people.map(([idType, idNumber]) => ({ idType, idNumber }));
  const place = values.length - 1;
  const rule = numberRule(
    place,
    () => values,
    () => '2026-11-21',
  );
  if (!('validator' in rule) || !rule.validator) {
    throw new Error('no validator');
  }
  try {
    await rule.validator({}, values[place]?.idNumber, () => undefined);
  } catch (error) {
    return (error as Error).message;
  }

  return undefined;
}

test('renewed permits of one holder are one person, those of two are not', async () => {
  const first: [IdType, string] = ['hkMacaoPermit', 'H76543210'];
  expect(await faultOf(first, ['hkMacaoPermit', 'h7654321001'])).toBe('与前面的号码重复');
  expect(await faultOf(first, ['hkMacaoPermit', 'H7654322001'])).toBeUndefined();
});
