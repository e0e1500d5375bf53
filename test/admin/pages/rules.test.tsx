import { openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeDryRun } from '../support/fake/fakeRules';

async function openDraft(tab: string, api = new FakeApi()): Promise<FakeApi> {
  openAdmin(`/rules/5?tab=${tab}`, { as: 'rules', api });
  await screen.findByRole('heading', { name: /判定规则第 5 版/ });

  return api;
}

function tried(): FakeApi {
  const api = new FakeApi();
  const [draft] = api.house.risk.versions;
  Object.assign(draft ?? {}, { dryRun: fakeDryRun(api.house.now) });

  return api;
}

describe('the versions of the rules', () => {
  it('are all there, and a draft begins with the one in force', async () => {
    openAdmin('/rules', { as: 'rules' });
    const table = await screen.findByRole('table', { name: '规则版本' });
    await waitFor(() => expect(rowsOf(table)).toHaveLength(5));
    fireEvent.click(await screen.findByRole('link', { name: '新建草稿' }));

    await waitFor(() => expect(place()).toBe('/rules/new?from=3'));
  });

  it('can be read in words', async () => {
    openAdmin('/rules/3', { as: 'approver' });
    const card = await screen.findByRole('region', { name: /来自或途经疫情高发地区/ });

    expect(card.textContent).toContain('满足任一条件');
    expect(card.textContent).toContain(
      '疫情高发地区来人排查数据中有“来自高发地区”、“途经高发地区”，至发生后第 14 天',
    );
    expect(card.textContent).toContain(
      '双人核定中有“解除：高发地区来人”，在其有效期间解除，只解除此前已有的记录',
    );
    expect(screen.queryByRole('link', { name: '编辑' })).toBeNull();
    expect(screen.queryByRole('link', { name: '以此版本起草' })).toBeNull();
  });

  it('are compared with the one in force, old and new side by side', async () => {
    await openDraft('diff');
    await screen.findByText('与生效中的第 3 版相比，3 条规则不同');

    expect(screen.getByText(/发热门诊就诊”，至发生后第 14 天/).tagName).toBe('DEL');
    expect(screen.getByText(/发热门诊就诊”，至发生后第 7 天/).tagName).toBe('INS');
    expect(screen.getByText('新增')).toBeTruthy();
    expect(screen.getByText('删除')).toBeTruthy();
  });
});

describe('a dry run', () => {
  it('shows its progress, and then whose colour changes', async () => {
    await openDraft('dryRun');
    await screen.findByText(/还没有试算过/);
    press('全部人员试算');
    expect(await screen.findByText(/正在试算，已算 0 \/ 48,210 人/)).toBeTruthy();

    expect(await screen.findByText('1,284 人将失去绿码')).toBeTruthy();
    expect(screen.getByRole('list', { name: '颜色变化' }).textContent).toContain('1,284 人');
    const byRule = screen.getAllByRole('table', { name: '各条规则下的人数' }).at(-1);
    expect(byRule?.textContent).toContain('+1,284');
    expect(screen.getByText('*小雨')).toBeTruthy();
  });
});

describe('a draft', () => {
  it('that turns many people is submitted when their number was typed', async () => {
    const api = await openDraft('dryRun', tried());
    press('提交审批');
    const dialog = await screen.findByRole('dialog');
    const number = await screen.findByLabelText(/请输入将失去绿码的人数/);
    fireEvent.change(number, { target: { value: '1248' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '提交审批' }));
    expect(await screen.findByText('与试算的人数不一致，请核对')).toBeTruthy();
    fireEvent.change(number, { target: { value: '1284' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '提交审批' }));

    expect(await screen.findByText('已提交，等待另一位工作人员审批')).toBeTruthy();
    expect(api.house.risk.versions[0]).toMatchObject({ state: 'waiting' });
  });

  it('that was not tried on everybody says so', async () => {
    await openDraft('rules');
    press('提交审批');
    expect(await screen.findByText(/还没有对全部人员试算/)).toBeTruthy();
    const dialog = screen.getByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '提交审批' }));

    expect(await screen.findByText('请先对全部人员试算该版本')).toBeTruthy();
  });

  it('says of which rules no appeal can be upheld', async () => {
    await openDraft('rules');
    press('提交审批');
    const dialog = await screen.findByRole('dialog');

    expect(within(dialog).getByText(/没有人工解除方式的规则：“14 天内到过中高风险地区”$/)).toBeTruthy();
  });

  it('is discarded after a question', async () => {
    const api = await openDraft('rules');
    press('作废');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '作废' }));

    await waitFor(() => expect(api.house.risk.versions[0]).toMatchObject({ state: 'discarded' }));
  });
});

test('an earlier version comes back with a reason', async () => {
  const api = openAdmin('/rules/2', { as: 'rules' });
  fireEvent.click(await screen.findByRole('button', { name: '恢复到此版本' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '提交审批' }));
  expect(await screen.findByText('请写明理由')).toBeTruthy();
  type('恢复的理由', '新版本误伤');
  fireEvent.click(within(dialog).getByRole('button', { name: '提交审批' }));

  await waitFor(() =>
    expect(api.house.risk.versions[0]).toMatchObject({ version: 6, basedOn: 2, comment: '新版本误伤' }),
  );
  await waitFor(() => expect(place()).toBe('/rules/6'));
});
