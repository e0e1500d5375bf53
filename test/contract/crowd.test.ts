import { clearsAt, crowdStateOf } from '../../contract/src/crowd';

describe('how full a place is', () => {
  const hall = { capacity: 100, warningLine: 80 };

  test.each([
    [0, 'normal'],
    [63, 'normal'],
    [64, 'near'],
    [79, 'near'],
    [80, 'warning'],
    [99, 'warning'],
    [100, 'full'],
    [130, 'full'],
  ])('%i people of 100 with a line at 80: %s', (inside, state) => {
    expect(crowdStateOf({ ...hall, inside })).toBe(state);
  });

  test('with one of both, or none', () => {
    expect(crowdStateOf({ inside: 80, capacity: 100, warningLine: null })).toBe('near');
    expect(crowdStateOf({ inside: 100, capacity: 100, warningLine: null })).toBe('full');
    expect(crowdStateOf({ inside: 900, capacity: null, warningLine: 80 })).toBe('warning');
    expect(crowdStateOf({ inside: 900, capacity: null, warningLine: null })).toBe('normal');
  });

  test('an empty place is never near anything', () => {
    expect(crowdStateOf({ inside: 0, capacity: 1, warningLine: 1 })).toBe('normal');
  });
});

describe('when a warning ends', () => {
  test.each([
    [1, 0],
    [2, 1],
    [10, 9],
    [11, 9],
    [100, 90],
    [1600, 1440],
  ])('raised at %i, it ends at %i', (threshold, left) => {
    expect(clearsAt(threshold)).toBe(left);
  });
});
