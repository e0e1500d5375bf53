import { openAdmin, place, press, type } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

const fever = '7 天内有发热门诊就诊记录';
const stayed = '14 天内到过中高风险地区';

async function openEditor(api = new FakeApi()): Promise<FakeApi> {
  openAdmin('/rules/5/edit', { as: 'rules', api });
  await screen.findByRole('form', { name: '规则草稿' });

  return api;
}

function panel(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

function head(name: string): HTMLElement {
  const button = panel(name).querySelector<HTMLElement>('button[aria-expanded]');

  return button ?? document.body;
}

function fill(name: string, label: string, text: string): void {
  fireEvent.change(within(panel(name)).getByLabelText(label), { target: { value: text } });
}

describe('the editor of a draft', () => {
  it('keeps everything that is not changed', async () => {
    const api = await openEditor();
    const before = api.house.risk.versions[0]?.rules;
    fireEvent.click(head(fever));
    fill(fever, '下一步该做什么', '请居家休息三天。');
    press('保存草稿');

    await waitFor(() => expect(place()).toBe('/rules/5?tab=diff'));
    const expected = before?.map((rule) =>
      rule.id === 'fever' ? { ...rule, advice: '请居家休息三天。' } : rule,
    );
    expect(api.house.risk.versions[0]?.rules).toEqual(expected);
  });

  it('opens the rules with faults, and says what is wrong at the field', async () => {
    const api = await openEditor();
    expect(panel(fever).querySelector('[hidden]')).toBeTruthy();
    fireEvent.click(head(fever));
    fill(fever, '如何申诉', '');
    fireEvent.click(head(fever));
    press('保存草稿');

    expect(await within(panel(fever)).findByText('请填写如何申诉')).toBeTruthy();
    expect(panel(fever).querySelector('[hidden]')).toBeNull();
    expect(await within(panel(fever)).findByText('1 处有误')).toBeTruthy();
    expect(api.countOf('PUT operator/rules/5')).toBe(0);
  });

  it('places what the API says at its field', async () => {
    const api = await openEditor();
    api.refuseNext('PUT operator/rules/5', 'invalid_input', {
      fields: [
        fieldError('rules.4.when.0.kinds', 'feedSource'),
        fieldError('rules.4.when.0.lasts.days', 'tooBig'),
        fieldError('rules.0.when', 'twice'),
      ],
    });
    press('保存草稿');

    expect(await within(panel(fever)).findByText('没有该数据源或类型')).toBeTruthy();
    expect(within(panel(fever)).getByText('数值过大')).toBeTruthy();
    expect(within(panel('属于确诊病例或疑似人员')).getByText('重复')).toBeTruthy();
    expect(place()).toBe('/rules/5/edit');
  });

  it('tells whose appeals cannot be upheld, and no more once a decision by hand lifts it', async () => {
    await openEditor();

    expect(within(panel(stayed)).getByText('申诉不能成立')).toBeTruthy();
    expect(within(panel(fever)).queryByText('申诉不能成立')).toBeNull();
    fireEvent.click(head(fever));
    fireEvent.click(within(panel(fever)).getByRole('button', { name: '删除解除条件 1' }));

    expect(await within(panel(fever)).findByText('申诉不能成立')).toBeTruthy();
  });

  it('adds, moves and removes rules', async () => {
    const api = await openEditor();
    press(`上移 ${fever}`);
    press('添加规则');
    const added = '新规则 9';
    fill(added, '代号', 'masks');
    fill(added, '原因', '未戴口罩');
    const named = '未戴口罩';
    await screen.findByRole('region', { name: named });
    fill(named, '下一步该做什么', '请戴口罩');
    fill(named, '如何申诉', '可以申诉');
    fireEvent.click(within(panel(named)).getByRole('button', { name: '删除条件 1' }));
    press('保存草稿');
    expect(await within(panel(named)).findByText('至少须有一个条件')).toBeTruthy();
    press(`删除 ${named}`);
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '删除' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: named })).toBeNull());
    press('保存草稿');

    await waitFor(() => expect(place()).toBe('/rules/5?tab=diff'));
    const ids = api.house.risk.versions[0]?.rules.map(({ id }) => id) ?? [];
    expect(ids.slice(3, 5)).toEqual(['fever', 'sealed']);
    expect(ids).not.toContain('masks');
  });

  it('makes a new draft from the version in force', async () => {
    const api = openAdmin('/rules/new?from=3', { as: 'rules' });
    await screen.findByRole('form', { name: '规则草稿' });
    press('保存草稿');
    expect(await screen.findByText('请写明这次修改了什么、为什么')).toBeTruthy();
    type(/修改说明/, '试行');
    press('保存草稿');

    await waitFor(() => expect(place()).toBe('/rules/6?tab=diff'));
    expect(api.house.risk.versions[0]).toMatchObject({ basedOn: 3, comment: '试行' });
  });

  it('asks before what was typed is lost', async () => {
    await openEditor();
    type(/修改说明/, '另一个说明');
    press('取消');

    expect(await screen.findByText('放弃未保存的修改？')).toBeTruthy();
    expect(place()).toBe('/rules/5/edit');
  });
});
