import { openAdmin } from '../support/openAdmin';

import { screen, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

test('the home page counts the points and names those without a poster, in two questions', async () => {
  const api = new FakeApi();
  const bare = api.house.points.filter(({ active, poster }) => active && !poster);
  openAdmin('/', { as: 'owner', api });
  const list = await screen.findByRole('list', { name: '未生成张贴码的服务点' });

  expect(screen.getByText(/使用中的服务点/).textContent).toContain(`其中未生成张贴码 ${bare.length} 个`);
  expect(
    within(list)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(bare.slice(0, 5).map(({ name }) => name));
  expect([api.countOf('GET unit/points'), api.countOf('GET unit/points/totals')]).toEqual([1, 1]);
});
