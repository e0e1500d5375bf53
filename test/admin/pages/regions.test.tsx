import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import type { FakeApi } from '../support/fake/fakeApi';

function table(): HTMLElement {
  return screen.getByRole('table', { name: '区域等级' });
}

async function openRegions(path = '/regions'): Promise<FakeApi> {
  const api = openAdmin(path, { as: 'rules' });
  await waitFor(() => expect(rowsOf(table()).length).toBeGreaterThan(0));

  return api;
}

function tick(name: string): void {
  fireEvent.click(screen.getByLabelText(`选择 ${name}`));
}

async function openProposal(): Promise<FakeApi> {
  const api = await openRegions('/regions?within=350100');
  tick('福建省福州市鼓楼区');
  tick('福建省福州市台江区');
  press('提出等级变更');
  await screen.findByRole('form', { name: '提出等级变更' });

  return api;
}

describe('levels of regions', () => {
  it('begin with those that are raised, and go down to the counties', async () => {
    await openRegions();
    expect(rowsOf(table())).toHaveLength(3);
    expect(within(table()).getByText('局部聚集疫情区')).toBeTruthy();
    await choose('省（区、市）', '福建省');
    fireEvent.click(await screen.findByRole('button', { name: '福建省福州市' }));
    await screen.findByText('福建省福州市仓山区');
    expect(place()).toBe('/regions?within=350100');
    const path = screen.getByRole('navigation', { name: '所在区划' });
    expect(path.textContent).toContain('福州市');
    fireEvent.click(within(path).getByRole('button', { name: '福建省' }));

    await waitFor(() => expect(place()).toBe('/regions?within=350000'));
  });

  it('are found by name among those that are shown', async () => {
    await openRegions('/regions?within=350100');
    type('名称或代码', '鼓楼');
    press('搜索');

    await waitFor(() => expect(rowsOf(table())).toHaveLength(1));
  });

  it('have a history', async () => {
    await openRegions();
    press('历史 福建省福州市鼓楼区');
    const history = await screen.findByRole('list', { name: '等级历史' });

    expect(history.textContent).toContain('2026-11-09 至 2026-11-22');
    expect(within(history).getByText('已被替代')).toBeTruthy();
  });

  it('are only read by those who do not propose them', async () => {
    openAdmin('/regions', { as: 'approver' });
    await screen.findByText('福建省福州市鼓楼区');

    expect(screen.queryByRole('button', { name: '提出等级变更' })).toBeNull();
    expect(screen.queryByLabelText(/^选择/)).toBeNull();
  });
});

describe('a proposal of levels', () => {
  it('is for all regions that were chosen', async () => {
    const api = await openProposal();
    const form = screen.getByRole('form', { name: '提出等级变更' });
    expect(within(form).getByText('福建省福州市台江区')).toBeTruthy();
    await choose('等级', '社区传播疫情区');
    type('依据', '第 41 号通告');
    press('提交审批');

    expect(await screen.findByText('已提交，等待另一位工作人员审批')).toBeTruthy();
    expect(api.house.risk.proposals[0]?.changes.map(({ division, level }) => [division, level])).toEqual([
      ['350102', 'community'],
      ['350103', 'community'],
    ]);
    expect(await screen.findByText('勾选区域后，可以一次变更它们的等级')).toBeTruthy();
  });

  it('names what is missing, and places what the API says', async () => {
    const api = await openProposal();
    press('提交审批');
    expect(await screen.findByText('请选择等级')).toBeTruthy();
    expect(screen.getByText('请写明依据')).toBeTruthy();
    await choose('等级', '社区传播疫情区');
    type('依据', '第 41 号通告');
    api.refuseNext('POST operator/regions/levels', 'invalid_input', {
      fields: [fieldError('changes.1.until', 'range')],
    });
    press('提交审批');

    expect(await screen.findByText('开始时间不能晚于结束时间')).toBeTruthy();
  });
});
