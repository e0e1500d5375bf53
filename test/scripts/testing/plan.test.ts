import { plan } from '../../../scripts/testing/plan.mjs';
import { Workplace } from '../../../scripts/testing/workplace.mjs';

const place = new Workplace();
afterAll(() => place.remove());

function idsOf(wish: { isQuick?: boolean; only?: string[] }): string[] {
  return plan(place, {}, wish).steps.map(({ id }) => id);
}

describe('plan', () => {
  it('runs everything unless told otherwise', () => {
    const { leftOut } = plan(place, {}, { isQuick: false });

    expect(leftOut).toEqual([]);
    expect(idsOf({ isQuick: false })).toEqual(
      expect.arrayContaining(['api-sqlite', 'api-mariadb', 'build-alipay', 'e2e']),
    );
  });

  it('ends with the search for personal data', () => {
    expect(idsOf({ isQuick: false }).at(-1)).toBe('leaks');
  });

  it('says what the quick run leaves out', () => {
    const { leftOut } = plan(place, {}, { isQuick: true });

    expect(leftOut).toEqual(expect.arrayContaining(['mariadb', 'api-mariadb', 'build-h5', 'bench', 'e2e']));
    expect(idsOf({ isQuick: true })).toEqual([
      'packages',
      'lint',
      'types',
      'unit',
      'api-sqlite',
      'admin',
      'miniapp',
      'leaks',
    ]);
  });

  it('brings along what the named steps need', () => {
    expect(idsOf({ isQuick: false, only: ['api-mariadb'] })).toEqual(['packages', 'mariadb', 'api-mariadb']);
  });

  it('names steps that do not exist', () => {
    expect(plan(place, {}, { isQuick: false, only: ['lint', 'lnit'] }).unknown).toEqual(['lnit']);
  });
});
