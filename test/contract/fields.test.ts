import { fieldErrors } from '@anxing/contract/fieldErrors';
import { identityRequest } from '@anxing/contract/me';
import { pointCreate } from '@anxing/contract/points';
import { visitRequest } from '@anxing/contract/visits';

function faultsOf(
  schema: { safeParse(value: unknown): { success: boolean; error?: { issues: never[] } } },
  value: unknown,
) {
  const parsed = schema.safeParse(value);

  return parsed.success
    ? []
    : fieldErrors(parsed.error?.issues ?? []).map(({ path, message }) => `${path} ${message}`);
}

test('every wrong field is named, unknown ones too', () => {
  const faults = faultsOf(identityRequest as never, { idType: 'library card', name: '<b>', extra: 1 });
  expect(faults).toEqual([
    'idType 不在可选范围内',
    'name 请输入姓名，不能含有特殊符号',
    'idNumber 必填',
    'extra 不认识的字段',
  ]);
});

test('a name may have a middle dot, but no control characters and no invisible ones', () => {
  const named = (name: string) =>
    faultsOf(identityRequest as never, { idType: 'passport', name, idNumber: 'E1234567' });
  expect(named('阿依古丽·买买提')).toEqual([]);
  expect(named('安\u202e宁')).toContain('name 含有不允许的字符');
  expect(named('安\u0000宁')).toContain('name 含有不允许的字符');
});

test('coming in needs a poster, leaving a poster or the passage', () => {
  const id = '0190163d-8694-7b5d-95e4-c39b5bf0f1a5';
  expect(faultsOf(visitRequest as never, { id })).toEqual(['poster 必填']);
  expect(faultsOf(visitRequest as never, { id, direction: 'out' })).toEqual(['poster 必填']);
  expect(faultsOf(visitRequest as never, { id, direction: 'out', passage: id })).toEqual([]);
});

test('a warning line above the capacity is named', () => {
  const point = { name: '一号门', address: '安宁路 1 号', category: 'mall', division: '350102' };
  expect(faultsOf(pointCreate as never, { ...point, capacity: 10, warningLine: 11 })).toEqual([
    'warningLine 预警线不能高于人流上限',
  ]);
  expect(faultsOf(pointCreate as never, { ...point, capacity: -1 })).toEqual(['capacity 数值过小']);
});
