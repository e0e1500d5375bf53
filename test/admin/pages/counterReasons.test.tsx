import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';

import { codelessName, strangeName } from '../support/fake/cardRoutes';
import { FakeApi } from '../support/fake/fakeApi';
import { openAdmin, press, type } from '../support/openAdmin';

const call = 'POST unit/reasons';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const form = () => screen.findByRole('form', { name: '说明原因' });
const panel = () => within(screen.getByRole('region', { name: '健康码颜色的原因' }));
const sheet = () => document.querySelector('.printSheet');

async function fill(name: string): Promise<void> {
  await form();
  type('姓名', name);
  type('居民身份证号码', '350102199001011234');
}

async function ask(name: string): Promise<void> {
  await fill(name);
  fireEvent.click(screen.getByRole('checkbox'));
  press('查看原因');
}

async function openAsked(name: string, as: 'clerk' | 'owner' = 'clerk', api = new FakeApi()) {
  openAdmin('/counter-reasons', { as, api });
  await ask(name);
  await screen.findByText(/ 的健康码$/);

  return api;
}

describe('a counter tells somebody why', () => {
  it('reads each reason in full: record, source, until when, what to do, where to object', async () => {
    const api = await openAsked('陈示例');
    expect(panel().getByText('**例 的健康码')).toBe(document.activeElement);
    expect(panel().getByText('橙码')).toBeTruthy();
    const [fever, sealed] = within(panel().getByRole('list', { name: '原因' })).getAllByRole('listitem');
    for (const text of ['发热门诊就诊', '2026-11-20', '省卫健委', '示例市第一医院', '发热门诊就诊记录']) {
      expect(within(fever ?? document.body).getByText(text)).toBeTruthy();
    }
    expect(fever?.textContent).toContain('请尽快做一次核酸检测');
    expect(fever?.textContent).toContain('可在“申诉”中说明情况');
    expect(sealed?.textContent).toContain('情况消除前一直有效');
    expect(sealed?.textContent).toContain('已有一项申诉正在处理');
    expect(panel().getByText(/按判定规则第 3 版/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('陈示例');
    expect(api.countOf(call)).toBe(1);
  });

  it('of green says that all checks pass, and of grey which data is late', async () => {
    await openAsked('绿示例');
    expect(panel().getByText('绿码')).toBeTruthy();
    expect(panel().getByText('各项核对均已通过')).toBeTruthy();
    expect(panel().queryByText(/提出人工变更/)).toBeNull();
    press('下一位');
    await ask('灰示例');
    expect(await panel().findByText('为什么正在核验')).toBeTruthy();
    expect(panel().getByText(/购药登记（省药监局），最近送达/)).toBeTruthy();
  });

  it('who has no phone objects at the counter: a link for those who may propose', async () => {
    await openAsked('陈示例');
    expect(panel().getByText(/可在柜台出示证明材料，由工作人员提出人工变更/)).toBeTruthy();
    const link = panel().getByRole('link', { name: '提出人工变更' });
    expect(link.getAttribute('href')).toBe('/admin/overrides/new');
  });

  it('prints a sheet that stands beside the site, with name, time and unit', async () => {
    const print = jest.fn();
    Object.defineProperty(window, 'print', { value: print, configurable: true });
    const api = await openAsked('陈示例');
    press('打印说明');
    expect(print).toHaveBeenCalledTimes(1);
    const printed = sheet();
    const hospital = api.house.units.find(({ kind }) => kind === 'hospital');
    expect(printed?.parentElement).toBe(document.body);
    for (const text of [
      '健康码颜色说明',
      '**例',
      hospital?.name ?? '?',
      '橙码',
      '14 天内有发热门诊就诊记录',
      '12345',
    ]) {
      expect(printed?.textContent).toContain(text);
    }
  });
});

describe('nothing of anybody stays', () => {
  it('when the next person comes', async () => {
    await openAsked('陈示例');
    press('下一位');
    await form();
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('');
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    expect(sheet()).toBeNull();
    expect(document.body.textContent).not.toContain('发热门诊');
  });

  it('when the clerk goes to another page and comes back', async () => {
    await openAsked('陈示例');
    fireEvent.click(screen.getAllByRole('link', { name: /纸质卡/ })[0] ?? document.body);
    await screen.findByRole('form', { name: '打印纸质卡' });
    expect(sheet()).toBeNull();
    fireEvent.click(screen.getAllByRole('link', { name: /说明原因/ })[0] ?? document.body);
    await form();
    expect(document.body.textContent).not.toContain('发热门诊');
  });

  it('when nobody touches anything for three minutes', async () => {
    openAdmin('/counter-reasons', { as: 'clerk' });
    await fill('陈示例');
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    fireEvent.keyDown(document.body, { key: 'Shift' });
    fireEvent.click(screen.getByRole('checkbox'));
    press('查看原因');
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    await screen.findByText(/ 的健康码$/);
    await act(() => jest.advanceTimersByTimeAsync(170_000));
    fireEvent.pointerMove(document.body);
    await act(() => jest.advanceTimersByTimeAsync(170_000));
    expect(panel().getByText('橙码')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(11_000));
    expect(panel().queryByText('橙码')).toBeNull();
    expect(panel().getByText('长时间没有操作，已清除上一位的内容。')).toBeTruthy();
    expect(sheet()).toBeNull();
  });
});

describe('what is not told', () => {
  it('asks nothing before the clerk has compared', async () => {
    const api = openAdmin('/counter-reasons', { as: 'clerk' });
    await fill('陈示例');
    press('查看原因');
    expect(await screen.findByText('请核对证件与本人，本人须在场')).toBeTruthy();
    expect(api.countOf(call)).toBe(0);
  });

  it.each([
    [strangeName, '姓名与证件号码核对不一致'],
    [codelessName, '此人还没有健康码，没有可说明的颜色。可先在“纸质卡”为其制卡'],
  ])('of %s, and what was typed stays', async (name, text) => {
    openAdmin('/counter-reasons', { as: 'clerk' });
    await ask(name);
    expect(await screen.findByText(text)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe(name);
  });

  it.each(['viewer', 'guard', 'rules'] as const)('to a %s', async (as) => {
    openAdmin('/counter-reasons', { as });
    await waitFor(() => expect(document.body.textContent).toContain('没有权限'));
  });
});
