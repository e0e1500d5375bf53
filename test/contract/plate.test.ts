import { pointCreate } from '../../contract/src/points';
import { isPlate, normalPlate } from '../../contract/src/plate';

describe('number plates', () => {
  test.each([
    '闽A12345',
    '京AD12345',
    '粤B12345D',
    '闽AF12345',
    '沪A1234警',
    '川A1234学',
    '粤Z1234港',
    '鲁Q12D45',
  ])('%s is one', (plate) => {
    expect(isPlate(plate)).toBe(true);
  });

  test.each([
    '闽A1234',
    '闽A1234567',
    'A12345',
    '福A12345',
    '闽I12345',
    '闽A1234O',
    '闽112345',
    '',
    '公交 1 路',
  ])('%s is none', (plate) => {
    expect(isPlate(plate)).toBe(false);
  });

  test('dots, blanks and small letters are put right', () => {
    expect(normalPlate(' 闽a·12 345 ')).toBe('闽A12345');
    const { plate } = pointCreate.shape;
    expect(plate.parse('闽A·12345')).toBe('闽A12345');
    expect(plate.safeParse('x'.repeat(50)).error?.issues[0]?.message).toBe('plate');
  });
});
