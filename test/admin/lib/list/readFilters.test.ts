import { readFilters, writeFilters } from '../../../../admin/src/lib/list/readFilters';
import { passageFilterShape } from '../../../../admin/src/features/passages/passageFilterShape';

describe('filters in an address', () => {
  it('are read by the contract’s schema', () => {
    expect(readFilters(passageFilterShape, { from: '2026-11-01', kind: 'scan', limit: '50' })).toEqual({
      from: '2026-11-01',
      kind: 'scan',
      limit: 50,
    });
  });

  it('are left out when they do not fit: a link may be old or cut', () => {
    const raw = { from: '2026-13-01', kind: 'flight', limit: '5000', pointId: 'x', stranger: '1' };

    expect(readFilters(passageFilterShape, raw)).toEqual({ limit: 20 });
  });

  it('are written without empty values', () => {
    expect(writeFilters({ q: '', kind: undefined, active: null, limit: 50 })).toEqual({ limit: '50' });
  });
});
