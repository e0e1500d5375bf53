import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

async function openList(path = '/passages') {
  const api = openAdmin(path, { as: 'owner' });
  await screen.findByText(/^共 \d+ 条记录$/);

  return api;
}

function rows(): HTMLElement[] {
  return rowsOf(screen.getByRole('table'));
}

describe('filters of the passages', () => {
  it('go into the address', async () => {
    await openList();
    await choose('方式', '工作人员查验');
    await screen.findByText('共 12 条记录');

    expect(place()).toBe('/passages?kind=scan');
    expect(rows().every((row) => row.textContent?.includes('工作人员查验'))).toBe(true);
  });

  it('come from the address', async () => {
    await openList('/passages?kind=visit&decision=stop&limit=50');

    expect(rows().length).toBeGreaterThan(0);
    expect(rows().every((row) => row.textContent?.includes('禁止通行'))).toBe(true);
    expect(rows().every((row) => row.textContent?.includes('扫张贴码登记'))).toBe(true);
  });

  it('are taken away by the button, and by the browser going back', async () => {
    await openList('/passages');
    await choose('处置', '禁止通行');
    await waitFor(() => expect(place()).toBe('/passages?decision=stop'));
    press('重置');
    await waitFor(() => expect(place()).toBe('/passages'));
    window.history.back();

    await waitFor(() => expect(place()).toBe('/passages?decision=stop'));
  });

  it('know today in the configured zone', async () => {
    await openList();
    press('今天');

    await waitFor(() => expect(place()).toMatch(/^\/passages\?from=(\d{4}-\d\d-\d\d)&to=\1$/));
  });

  it('keep a person’s name out of the address', async () => {
    const api = await openList();
    type(/^姓名/, '林建国');
    fireEvent.click(screen.getByRole('button', { name: '搜索' }));

    expect(await screen.findByText('没有符合条件的出入记录')).toBeTruthy();
    expect(place()).toBe('/passages');
    expect(window.history.state).toMatchObject({ usr: { discreet: { name: '林建国' } } });
    expect(api.countOf('GET unit/passages')).toBe(2);
  });
});

describe('pages of the passages', () => {
  const firstCell = () => rows()[0]?.textContent;

  it('go forwards and back by key', async () => {
    await openList();
    const first = firstCell();
    press(/下一页/);
    await screen.findByText('第 2 页');
    await waitFor(() => expect(firstCell()).not.toBe(first));
    expect(place()).toBe('/passages?cursor=at-20');
    press(/下一页/);
    await screen.findByText('第 3 页');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /下一页/ })).toHaveProperty('disabled', true),
    );
    press(/上一页/);
    await screen.findByText('第 2 页');
    press(/上一页/);
    await screen.findByText('第 1 页');

    await waitFor(() => expect(firstCell()).toBe(first));
    expect(place()).toBe('/passages');
    expect(screen.getByRole('button', { name: /上一页/ })).toHaveProperty('disabled', true);
  });

  it('begin anew when a filter changes', async () => {
    await openList();
    press(/下一页/);
    await screen.findByText('第 2 页');
    await choose('方向', '离开');

    await waitFor(() => expect(place()).toBe('/passages?direction=out'));
    expect(await screen.findByText('第 1 页')).toBeTruthy();
  });

  it('lead to the first one from a link into the middle', async () => {
    await openList('/passages?cursor=at-20');
    press('回到第一页');

    await waitFor(() => expect(place()).toBe('/passages'));
    expect(await screen.findByText('第 1 页')).toBeTruthy();
  });
});

describe('one passage', () => {
  it('is fetched when somebody looks at it, once', async () => {
    const api = await openList();
    const { id } = api.house.passages[1] ?? { id: '' };
    fireEvent.click(within(rows()[1] ?? document.body).getByRole('button'));
    const drawer = await screen.findByRole('dialog');

    expect(await within(drawer).findByText('王建国')).toBeTruthy();
    expect(within(drawer).getByText('36.5 ℃')).toBeTruthy();
    expect(within(drawer).getByText('绿码')).toBeTruthy();
    expect(api.countOf(`GET unit/passages/${id}`)).toBe(1);
  });
});

describe('when the list cannot be loaded', () => {
  it('says why and when to try again, and tries again', async () => {
    const api = new FakeApi();
    api.refuseNext('GET unit/passages', 'too_many_requests', { retryAfter: 30 });
    openAdmin('/passages', { as: 'owner', api });

    expect(await screen.findByText('操作过于频繁，请稍后再试')).toBeTruthy();
    expect(screen.getByText(/请约 30 秒后再试/)).toBeTruthy();
    press('重试');
    expect(await screen.findByText('共 47 条记录')).toBeTruthy();
  });
});
