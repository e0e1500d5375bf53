import { returnOf, withReturn } from '../../../admin/src/lib/returnTo';

describe('the place to return to', () => {
  it('goes along to the sign-in page and comes back', () => {
    const there = withReturn('/sign-in', '/passages?from=2026-11-01&limit=50');
    const search = new URL(there, 'http://localhost').searchParams;

    expect(returnOf(search)).toBe('/passages?from=2026-11-01&limit=50');
  });

  it.each(['/', '/sign-in?back=%2Fstaff', '/first-password'])('is not worth remembering: %s', (here) => {
    expect(withReturn('/sign-in', here)).toBe('/sign-in');
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'points', ''])(
    'is never outside of the site: %s',
    (back) => {
      expect(returnOf(new URLSearchParams({ back }))).toBe('/');
    },
  );
});
