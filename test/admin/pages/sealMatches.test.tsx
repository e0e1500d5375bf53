import { openAdmin } from '../support/openAdmin';

import { screen } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

/** The list of sealed communities that is in force, with what came of the comparison. */
async function openList(matches: Partial<FakeApi['house']['risk']['sealMatches']>) {
  const api = new FakeApi();
  Object.assign(api.house.risk.sealMatches, matches);
  const batch = api.house.risk.batches.find(
    ({ source, state }) => source === 'sealed' && state === 'inForce',
  );
  openAdmin(`/feeds/sealed/batches/${batch?.id}`, { as: 'feeds', api });
  await screen.findByRole('heading', { name: '与住户登记的比对' });
}

const place = (community: string, building = '') => ({ division: '350102', community, building });

it('names where nobody was found, and says how many live where somebody was', async () => {
  await openList({
    state: 'compared',
    seals: 3,
    unmatched: 2,
    matchedPlaces: [{ ...place('阳光花园', '3号楼'), people: 1_204 }],
    unmatchedPlaces: [place('月光苑', '1幢'), place('星光里')],
  });
  expect(await screen.findByText('3 处封闭中有 2 处没有匹配到住户')).toBeTruthy();
  expect(screen.getByText(/没有匹配到住户：月光苑 1幢（350102）、星光里（350102）/)).toBeTruthy();
  const table = screen.getByRole('table', { name: '匹配到的住户' });
  expect(table.textContent).toContain('阳光花园 3号楼');
  expect(table.textContent).toContain('1,204 人');
});

it('of many names the first', async () => {
  const unmatchedPlaces = Array.from({ length: 100 }, (_place, at) => place(`小区${at}`));
  await openList({ state: 'compared', seals: 130, unmatched: 130, matchedPlaces: [], unmatchedPlaces });
  expect(await screen.findByText(/小区99（350102）等 130 处/)).toBeTruthy();
});

it.each([
  ['comparing', /正在比对/],
  ['superseded', /已有更新的批次生效/],
] as const)('says so while it is %s', async (state, text) => {
  await openList({ state, seals: 0, unmatched: 0, matchedPlaces: [], unmatchedPlaces: [] });
  expect(await screen.findByText(text)).toBeTruthy();
});

it('says when everybody was found', async () => {
  await openList({
    state: 'compared',
    seals: 1,
    unmatched: 0,
    matchedPlaces: [{ ...place('阳光花园'), people: 3 }],
  });
  expect(await screen.findByText('1 处封闭都匹配到了住户')).toBeTruthy();
});
