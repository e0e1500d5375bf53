import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';
import { handedOver } from '../support/handedOver';

const batch = `/changes/${fakeId(20, 1)}`;
const override = `/changes/${fakeId(20, 2)}`;
const own = `/changes/${fakeId(20, 3)}`;

async function openChange(path: string, api = new FakeApi()): Promise<FakeApi> {
  openAdmin(path, { as: 'approver', api });
  await screen.findByText('提出人');

  return api;
}

describe('the list of changes', () => {
  it('shows what waits, and how much of it in the menu', async () => {
    openAdmin('/changes', { as: 'approver' });
    await screen.findByText('退烧药品购买记录：人工上传 11 月 20 日补报');

    expect(rowsOf(screen.getByRole('table', { name: '变更' }))).toHaveLength(3);
    const entry = screen.getByRole('link', { name: /变更审批/ });
    await waitFor(() => expect(entry.textContent).toContain('3 项待审批'));
    expect(screen.getByText('本人提出')).toBeTruthy();
  });

  it.each(['feeds', 'rules'] as const)(
    'is not counted in the menu of %s, who can decide nothing',
    async (as) => {
      const api = openAdmin('/changes', { as });
      await screen.findByText('退烧药品购买记录：人工上传 11 月 20 日补报');

      expect(screen.getByRole('link', { name: /变更审批/ }).textContent).toBe('变更审批');
      expect(api.countOf('GET operator/changes/waiting')).toBe(0);
    },
  );

  it('keeps its filters in the address', async () => {
    openAdmin('/changes', { as: 'approver' });
    await screen.findByText(/人工上传/);
    await choose('状态', '已驳回');
    await screen.findByText('数据源密钥：核酸和抗体检测结果，示例检验所');
    expect(place()).toBe('/changes?state=rejected');
    await choose('状态', '全部');
    await waitFor(() => expect(rowsOf(screen.getByRole('table'))).toHaveLength(5));
    await choose('类型', '判定规则');

    await waitFor(() => expect(rowsOf(screen.getByRole('table'))).toHaveLength(1));
    expect(place()).toBe('/changes?state=all&kind=rules');
  });

  it('is not for everybody', async () => {
    openAdmin('/changes', { as: 'owner' });

    expect(await screen.findByRole('heading', { name: '没有权限' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /变更审批/ })).toBeNull();
  });
});

describe('a change', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is approved after another look at its warning', async () => {
    const api = await openChange(batch);
    expect(screen.getByRole('alert').textContent).toContain('1284 人');
    press('批准');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/1284 人/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: '批准' }));

    expect(await screen.findByText('已批准', { selector: '.ant-tag' })).toBeTruthy();
    expect(api.house.risk.changes[0]).toMatchObject({ state: 'approved', decidedBy: { name: '杨审' } });
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull();
  });

  it('names, masked, whom it is about and who is registered', async () => {
    const api = new FakeApi();
    api.house.risk.changes[1]?.people.push(
      { name: '*晓岚', idNumber: '35*****034' },
      { name: null, idNumber: '35*****11X' },
    );
    await openChange(override, api);
    expect(screen.getByText('*晓岚 35*****034')).toBeTruthy();
    expect(screen.getByText('未登记 35*****11X')).toBeTruthy();
  });

  it('is rejected with a reason only', async () => {
    const api = await openChange(batch);
    press('驳回');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '驳回' }));
    expect(await screen.findByText('请写明理由，提出人会看到')).toBeTruthy();
    expect(api.countOf(`POST operator${batch}/reject`)).toBe(0);
    type('驳回理由', '请核对\n重复的行');
    fireEvent.click(within(dialog).getByRole('button', { name: '驳回' }));

    await waitFor(() => expect(api.house.risk.changes[0]).toMatchObject({ note: '请核对 重复的行' }));
  });

  it('of one’s own can be withdrawn, never approved', async () => {
    const api = await openChange(own);
    expect(screen.getByText(/须由另一位工作人员审批/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull();
    press('撤回');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }));

    await waitFor(() => expect(api.house.risk.changes[2]).toMatchObject({ state: 'withdrawn' }));
  });

  it('says what to do when the second person is not verified', async () => {
    const api = await openChange(batch);
    api.refuseNext(`POST operator${batch}/approve`, 'change_not_verified');
    press('批准');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '批准' }));

    expect(await screen.findByText('请先用工作手机号登录小程序完成实名认证，再进行该操作')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: '批准' })).toBeTruthy();
  });

  it('shows its evidence when that is asked for, never before', async () => {
    handedOver();
    const api = await openChange(override);
    expect(api.calls.filter((call) => call.includes('evidence'))).toEqual([]);
    press('材料 1');
    const picture = await screen.findByAltText('材料 1');

    expect(picture.getAttribute('src')).toBe('blob:test');
    expect(api.countOf(`GET operator/evidence/${fakeId(21, 1)}`)).toBe(1);
  });

  it('leads to the appeal that it answers, if it answers one', async () => {
    await openChange(override);
    const link = screen.getByRole('link', { name: '查看所答复的申诉' });

    expect(link.getAttribute('href')).toBe(`/admin/appeals/${fakeId(25, 1)}`);
  });

  it('cannot be decided by those who may only read', async () => {
    openAdmin(batch, { as: 'rules' });

    expect(await screen.findByText(/具有“审批”权限的另一位工作人员/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '批准' })).toBeNull();
  });
});
