import { screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { choose, openAdmin, place, press, rowsOf } from '../support/openAdmin';

const call = 'GET operator/screening/people';

function rows(): HTMLElement[] {
  return rowsOf(screen.getByRole('table', { name: '名单人员' }));
}

const texts = () => rows().map(({ textContent }) => textContent ?? '');

describe('lists of who is to be tested', () => {
  it('show every group with how often, and numbers that lead to the people', async () => {
    const api = openAdmin('/screening', { as: 'approver' });
    const groups = await screen.findByRole('table', { name: '各类人群' });
    const lines = within(groups).getAllByRole('row');
    expect(lines).toHaveLength(13);
    expect(lines[5]?.textContent).toBe('医疗机构工作人员应检尽检 · 每 7 天 · 提前 2 天提醒8,732062057');
    expect(lines[8]?.textContent).toContain('口岸检测排查人员');
    expect(within(lines[8] ?? groups).queryAllByRole('link')).toHaveLength(0);
    expect(lines[12]?.textContent).toContain('复学学生适时抽检 · 每 30 天');
    screen.getByText(/统计于/);
    expect(api.countOf(call)).toBe(0);

    within(lines[5] ?? groups)
      .getByRole('link', { name: '620' })
      .click();
    await waitFor(() => expect(place()).toBe('/screening/people?group=medicalStaff&state=soon'));
    await waitFor(() => expect(rows()).toHaveLength(10));
    screen.getByText(/每次查看都会留下记录/);
  });

  it('are looked at when something is chosen, and never twice for one page', async () => {
    const api = openAdmin('/screening/people', { as: 'rules' });
    await screen.findByText('请先选择人群或检测情况');
    await choose('人群', '全部人群');
    await waitFor(() => expect(rows()).toHaveLength(20));
    press('下一页');
    await screen.findByText('第 2 页');
    await waitFor(() => expect(rows()).toHaveLength(20));
    press('上一页');
    await screen.findByText('第 1 页');

    expect(api.countOf(call)).toBe(2);
  });

  it('are masked; who has not registered has no name, who was never tested no day', async () => {
    openAdmin('/screening/people?state=never', { as: 'feeds' });
    await waitFor(() => expect(rows()).toHaveLength(10));
    expect(texts()[0]).toMatch(/^\*小雨已逾期35\*{5}100医疗机构工作人员应检尽检[-\d]{10}从未检测[-\d]{10}$/);
    expect(texts().filter((text) => text.startsWith('未注册已逾期—'))).toHaveLength(2);
  });

  it('lead to where lists are handed in, for who may', async () => {
    openAdmin('/screening', { as: 'feeds' });
    const upload = await screen.findByRole('link', { name: /上传名单/ });
    expect(upload.getAttribute('href')).toBe('/admin/feeds/screening/upload');
    openAdmin('/screening', { as: 'approver' });
    await screen.findByRole('link', { name: /名单批次/ });
    expect(screen.queryByRole('link', { name: /上传名单/ })).toBeNull();
  });

  it('say so when nobody is found, and when they could not be read', async () => {
    openAdmin('/screening/people?group=portWorkers', { as: 'approver' });
    await screen.findByText('没有符合条件的人员');

    const busy = ['too_many_requests', { retryAfter: 30 }] as const;
    const api = new FakeApi();
    api.refuseNext('GET operator/screening', ...busy);
    openAdmin('/screening', { as: 'approver', api });
    (await screen.findByRole('button', { name: '重试' })).click();
    await screen.findByRole('table', { name: '各类人群' });

    api.refuseNext(call, ...busy);
    openAdmin('/screening/people?state=soon', { as: 'approver', api });
    (await screen.findByRole('button', { name: '重试' })).click();
    await waitFor(() => expect(rows()).toHaveLength(10));
  });

  it('are not for those who do not read what colours are made of', async () => {
    openAdmin('/screening', { as: 'guard' });
    await screen.findByText(/没有.*权限|无权/);
  });
});
