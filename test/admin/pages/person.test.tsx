import { openAdmin, place, press, rowsOf } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

const rows = () => rowsOf(screen.getAllByRole('table').at(-1) ?? document.body);

describe('the page of a person', () => {
  it('is reached from the list, and holds who it is and where it was', async () => {
    const api = openAdmin('/passages', { as: 'viewer' });
    await screen.findByText('共 47 条记录');
    fireEvent.click(within(rows()[0] ?? document.body).getByRole('link', { name: '**明' }));

    expect(await screen.findByRole('heading', { level: 1, name: '**明' })).toBeTruthy();
    expect(screen.getByText('11*****321')).toBeTruthy();
    expect(screen.getByText('居民身份证')).toBeTruthy();
    expect(await screen.findByText('共 10 条记录')).toBeTruthy();
    expect(rows()).toHaveLength(10);
    expect(place()).toMatch(/^\/people\/[\w-]{36}$/);
    const { personId = '' } = api.house.passages[0] ?? {};
    expect(api.countOf(`GET unit/people/${personId}`)).toBe(1);
  });

  it('never shows the present colour', async () => {
    const { house } = new FakeApi();
    openAdmin(`/people/${house.passages[0]?.personId}`, { as: 'viewer' });
    const facts = await screen.findByRole('region', { name: '基本信息' });

    expect(within(facts).queryByText(/[绿橙]码|核验中/)).toBeNull();
  });

  it('narrows the days in the address', async () => {
    const { house } = new FakeApi();
    openAdmin(`/people/${house.passages[0]?.personId}`, { as: 'viewer' });
    await screen.findByText('共 10 条记录');
    press('今天');

    await waitFor(() => expect(place()).toMatch(/\?from=(\d{4}-\d\d-\d\d)&to=\1$/));
  });

  it('of somebody unknown says so', async () => {
    openAdmin('/people/019a9000-0005-7000-8000-000000000999', { as: 'viewer' });

    expect(await screen.findByText('没有找到该记录')).toBeTruthy();
  });
});

describe('the page of a staff member', () => {
  it('is reached from a scan, and holds whom he has checked', async () => {
    openAdmin('/passages?kind=scan', { as: 'viewer' });
    await screen.findByText('共 12 条记录');
    fireEvent.click(within(rows()[0] ?? document.body).getByRole('link', { name: '王建国' }));

    expect(await screen.findByRole('heading', { level: 1, name: /王建国/ })).toBeTruthy();
    expect(screen.getByText('扫码员')).toBeTruthy();
    expect(await screen.findByText('共 12 条记录')).toBeTruthy();
    expect(place()).toBe('/staff/019a9000-0003-7000-8000-000000000004');
  });

  it('is for who reads passages', async () => {
    openAdmin('/staff/019a9000-0003-7000-8000-000000000004', { as: 'guard' });

    expect(await screen.findByText(/没有权限/)).toBeTruthy();
  });
});
