import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';

const fresh = `/appeals/${fakeId(25, 1)}`;

async function openAppeal(path: string, api = new FakeApi()): Promise<FakeApi> {
  openAdmin(path, { as: 'rules', api });
  await screen.findByRole('list', { name: '申诉经过' });

  return api;
}

describe('the list of appeals', () => {
  it('shows first what is overdue, and keeps its filters in the address', async () => {
    openAdmin('/appeals', { as: 'rules' });
    const overdue = await screen.findByRole('list', { name: '已超时的申诉' });
    expect(
      within(overdue)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['*敏：来自或途经疫情高发地区']);
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '申诉' }))).toHaveLength(5));
    await choose('状态', '需要补充材料');

    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '申诉' }))).toHaveLength(1));
    expect(place()).toBe('/appeals?state=needsMore');
    expect(screen.queryByRole('list', { name: '已超时的申诉' })).toBeNull();
  });
});

describe('an appeal', () => {
  it('is looked at once, and tells that the look is recorded', async () => {
    const api = await openAppeal(fresh);
    expect(screen.getByText(/查看本页会留下记录，本人可以看到/)).toBeTruthy();
    expect(screen.getByText('仍有效')).toBeTruthy();
    expect(screen.getByText(/药是替邻居买的/)).toBeTruthy();
    press('要求补充材料');
    type('需要补充什么', '请上传小票');
    press('发送');
    expect(await screen.findByText('请上传小票', { selector: '.manyLines' })).toBeTruthy();

    expect(api.countOf(`GET operator${fresh}`)).toBe(1);
  });

  it('is dismissed with an answer only', async () => {
    const api = await openAppeal(fresh);
    press('申诉不成立');
    press('答复并办结');
    expect(await screen.findByText('请写明为什么不成立')).toBeTruthy();
    type('答复', '经核对，记录属实。');
    press('答复并办结');

    expect(await screen.findByText('已答复，申诉办结')).toBeTruthy();
    expect(api.house.risk.appeals[0]).toMatchObject({ state: 'dismissed' });
    expect(screen.queryByRole('button', { name: '申诉成立' })).toBeNull();
  });

  it('is upheld for a reason that fits, and goes to a second person', async () => {
    await openAppeal(fresh);
    press('申诉成立');
    await screen.findByRole('form', { name: '申诉成立' });
    await choose('认定的理由', '替他人购买药品');
    expect(screen.queryByText('现场排查发现')).toBeNull();
    type('答复', '小票和说明属实。');
    press('交复核');

    expect(await screen.findByText('已交复核，等待另一位工作人员审批')).toBeTruthy();
    expect(await screen.findByText('已认为申诉成立，等待另一位工作人员复核。')).toBeTruthy();
    expect(screen.getByRole('link', { name: '查看审批' })).toBeTruthy();
  });

  it('is upheld together with its records, or for days that end before them, as it says', async () => {
    const handle = jest.spyOn(await openAppeal(fresh), 'handle');
    press('申诉成立');
    await screen.findByRole('form', { name: '申诉成立' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '与所涉记录同时失效' }).checked).toBe(true);
    expect(screen.queryByLabelText('有效天数')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '按天数' }));
    expect(await screen.findByText(/的记录计至 .*起健康码可能再次变为橙码/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('有效天数'), { target: { value: '30' } });
    await waitFor(() => expect(screen.queryByText(/可能再次变为橙码/)).toBeNull());
    fireEvent.click(screen.getByRole('radio', { name: '与所涉记录同时失效' }));
    await choose('认定的理由', '替他人购买药品');
    type('答复', '小票和说明属实。');
    press('交复核');
    await screen.findByText('已交复核，等待另一位工作人员审批');
    const sent = handle.mock.calls
      .map(([{ url, body }]) => ({ url, body }))
      .filter(({ url }) => url.endsWith('/uphold'));
    expect(sent).toMatchObject([{ body: { days: null } }]);
  });

  it('cannot be upheld where nothing lifts the rule, and says so before it is tried', async () => {
    const api = new FakeApi();
    const third = api.house.risk.appeals[2];
    third?.lifts.forEach((lift) => (lift.kinds = lift.rule === 'fever' ? [] : lift.kinds));
    await openAppeal(`/appeals/${fakeId(25, 5)}`, api);
    press('申诉成立');
    await screen.findByRole('form', { name: '申诉成立' });
    const bare = screen.getByRole('checkbox', { name: /发热门诊就诊记录（规则未设人工解除方式/ });
    expect(bare.hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /高发地区/ }).checked).toBe(true);
  });

  it('without any document needs the number of one', async () => {
    const api = new FakeApi();
    api.house.risk.appeals[0]?.events.forEach((event) => (event.pictures = []));
    await openAppeal(fresh, api);
    press('申诉成立');
    await screen.findByRole('form', { name: '申诉成立' });
    await choose('认定的理由', '替他人购买药品');
    type('答复', '已核实。');
    press('交复核');

    expect(await screen.findByText('请填写证明编号或上传证明材料')).toBeTruthy();
    expect(api.house.risk.appeals[0]).toMatchObject({ state: 'submitted' });
  });

  it('is only read by those who do not answer', async () => {
    openAdmin(fresh, { as: 'approver' });

    expect(await screen.findByText(/由具有“规则管理”权限的工作人员处理/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '申诉成立' })).toBeNull();
  });

  it('shows what was said, and its evidence by number', async () => {
    await openAppeal(`/appeals/${fakeId(25, 8)}`);
    const events = screen.getByRole('list', { name: '申诉经过' });

    expect(
      within(events)
        .getAllByText(/工作人员|申诉人/)
        .map(({ textContent }) => textContent),
    ).toEqual(['申诉人', '工作人员', '申诉人', '工作人员']);
    fireEvent.click(within(events).getByRole('button', { name: '材料 1' }));
    expect(await screen.findByRole('dialog', { name: '材料 1' })).toBeTruthy();
  });
});
