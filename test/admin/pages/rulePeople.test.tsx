import { choose, openAdmin, place, press, rowsOf } from '../support/openAdmin';

import { screen, waitFor } from '@testing-library/react';

const call = 'GET operator/people';

function rows(): HTMLElement[] {
  return rowsOf(screen.getByRole('table', { name: '规则下的人员' }));
}

describe('people under a rule', () => {
  it('are looked at when a rule is chosen, not before, and never twice for one page', async () => {
    const api = openAdmin('/rule-people', { as: 'approver' });
    await screen.findByText('请先选择判定规则');
    expect(screen.getByText(/每次查看都会留下记录/)).toBeTruthy();
    expect(api.countOf(call)).toBe(0);
    await choose('判定规则', '居住在实行封闭管理的小区');
    await waitFor(() => expect(rows()).toHaveLength(10));
    expect(place()).toBe('/rule-people?rule=sealed');
    await choose('判定规则', '14 天内有发热门诊就诊记录');
    await waitFor(() => expect(rows()).toHaveLength(20));
    press('下一页');
    await waitFor(() => expect(rows()).toHaveLength(10));
    press('上一页');
    await waitFor(() => expect(rows()).toHaveLength(20));

    expect(api.countOf(call)).toBe(3);
  });

  it('can be those of every rule, which is said on purpose', async () => {
    openAdmin('/rule-people', { as: 'rules' });
    await screen.findByText('请先选择判定规则');
    await choose('判定规则', '全部规则');

    await waitFor(() => expect(rows()).toHaveLength(20));
  });
});
