import '../support/openAdmin';

import type { RecentScan } from '@anxing/contract/scans';
import { screen, waitFor } from '@testing-library/react';

import type { FakeApi } from '../support/fake/fakeApi';
import { key, numberOf, openKiosk, shoot } from '../support/openKiosk';

const [one, other] = [numberOf('44001122334'), numberOf('55001122334')];

/** So many checks, an hour apart. */
function checks(count: number): RecentScan[] {
  return Array.from({ length: count }, (_, index) => ({
    at: Date.now() - index * 3_600_000,
    place: `${index + 1} 号门`,
    own: true,
    direction: index % 2 ? 'out' : 'in',
    decision: 'allow',
    temperature: index % 2 ? null : 36.4,
    reason: index % 2 ? null : '购物办事',
  }));
}

function list(): HTMLElement | null {
  return screen.queryByRole('region', { name: '最近扫码' });
}

function linesOf(): string[] {
  return [...(list()?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
}

/** Somebody at the kiosk who was checked more often than is told at once. */
async function openPerson(earlier = checks(12)): Promise<FakeApi> {
  const api = await openKiosk();
  api.house.door.hasMore = true;
  api.house.door.earlier = earlier;
  shoot(one);
  await screen.findByRole('heading', { name: '待核实' });

  return api;
}

const asked = (api: FakeApi) => {
  const [id = ''] = api.house.door.scans.keys();

  return api.countOf(`GET scans/${id}/recent`);
};

beforeEach(() => localStorage.clear());

describe('the list of earlier checks', () => {
  it('is read on by F8, page by page, and closed by Escape', async () => {
    const api = await openPerson();
    expect(screen.getByRole('list', { name: '按键说明' }).textContent).toContain('F8 更多');
    key('F8');
    expect(list()?.textContent).toContain('正在读取');
    await waitFor(() => expect(linesOf()).toHaveLength(8));
    expect(linesOf()[0]).toMatch(/1 号门.*进入 · 放行 · 36.4 ℃ · 购物办事$/);
    expect(linesOf()[1]).toMatch(/2 号门.*离开 · 放行$/);
    expect(list()?.textContent).toContain('F8 下一页');
    expect(screen.getByRole('list', { name: '按键说明' }).textContent).not.toContain('提交');
    key('F8');
    await waitFor(() => expect(linesOf()).toHaveLength(4));
    expect(list()?.textContent).toContain('没有更多了');
    key('F8');
    expect(asked(api)).toBe(2);
    key('Escape');
    expect(list()).toBeNull();
    expect(screen.getByRole('heading', { name: '待核实' })).toBeTruthy();
  });

  it('is gone with the next scan, whose answer it does not cover', async () => {
    const api = await openPerson();
    key('F8');
    await waitFor(() => expect(linesOf()).toHaveLength(8));
    shoot(other);
    expect(list()).toBeNull();
    await screen.findByRole('heading', { name: '待核实' });
    expect([...api.house.door.scans.values()].map(({ object }) => object)).toEqual([one, other]);
  });

  it('of somebody who has gone is not shown when it comes late', async () => {
    const api = await openPerson();
    key('F8');
    shoot(other);
    await screen.findByRole('heading', { name: '待核实' });
    expect(asked(api)).toBe(1);
    expect(list()).toBeNull();
  });

  it('that is empty, or cannot be read, says so', async () => {
    const api = await openPerson([]);
    key('F8');
    expect(await screen.findByText('14 天内没有其他扫码记录')).toBeTruthy();
    key('Escape');
    api.refuseNext(`GET scans/${[...api.house.door.scans.keys()][0]}/recent`, 'not_found');
    key('F8');
    expect((await screen.findByRole('alert')).textContent).toContain('F8 重试');
    api.house.door.earlier = checks(2);
    key('F8');
    await waitFor(() => expect(linesOf()).toHaveLength(2));
  });

  it('makes room for what is told of the person', async () => {
    await openPerson();
    key('F8');
    await waitFor(() => expect(linesOf()).toHaveLength(8));
    key('Enter');
    expect(list()).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    key('F8');
    await waitFor(() => expect(linesOf()).toHaveLength(8));
    key('t');
    expect(list()).toBeNull();
    expect(screen.getByText(/请输入体温/)).toBeTruthy();
  });

  it('is not there without more of it', async () => {
    const api = await openPerson();
    api.house.door.hasMore = false;
    shoot(other);
    await waitFor(() => expect(api.house.door.scans.size).toBe(2));
    await screen.findByRole('heading', { name: '待核实' });
    key('F8');
    expect(list()).toBeNull();
    expect(screen.queryByText('更多')).toBeNull();
  });
});
