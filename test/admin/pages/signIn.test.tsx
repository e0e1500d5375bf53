import { openAdmin, place, press, type } from '../support/openAdmin';

import { screen, waitFor } from '@testing-library/react';

import { fakePassword } from '../support/fake/fakePeople';

async function signIn(phone: string, password: string): Promise<void> {
  await screen.findByRole('heading', { name: '登录' });
  type('手机号', phone);
  type('密码', password);
  press('登录');
}

describe('signing in', () => {
  it('comes back to the place that somebody wanted', async () => {
    openAdmin('/points?q=%E4%B8%80%E5%B1%82');
    await signIn('13800001001', fakePassword);

    expect(await screen.findByRole('link', { name: '一层大厅' })).toBeTruthy();
    expect(place()).toBe('/points?q=%E4%B8%80%E5%B1%82');
    expect(document.title).toBe('服务点 · 安行码');
  });

  it('does not tell which of phone and password is wrong', async () => {
    openAdmin('/sign-in');
    await signIn('13800001001', 'not-the-password-1');

    expect(await screen.findByText('账号或验证信息不正确')).toBeTruthy();
    expect(place()).toBe('/sign-in');
  });

  it('asks for a phone number before it calls the API', async () => {
    const api = openAdmin('/sign-in');
    await signIn('1380000', fakePassword);

    expect(await screen.findByText('请输入 11 位手机号码')).toBeTruthy();
    expect(api.countOf('POST sessions')).toBe(0);
  });

  it('says when to try again after too many attempts', async () => {
    const api = openAdmin('/sign-in');
    api.refuseNext('POST sessions', 'too_many_requests', { retryAfter: 600 });
    await signIn('13800001001', fakePassword);

    expect(await screen.findByText('操作过于频繁，请稍后再试')).toBeTruthy();
    expect(screen.getByText(/10 分钟后再试/)).toBeTruthy();
  });

  it('goes nowhere outside of the site', async () => {
    openAdmin('/sign-in?back=//elsewhere.example/points');
    await signIn('13800001001', fakePassword);

    await screen.findByRole('heading', { name: '概览' });
    expect(place()).toBe('/');
  });

  it('says in the demo that it is one, and where the accounts are', async () => {
    openAdmin('/sign-in');

    expect(await screen.findByText('演示环境，数据均为虚构')).toBeTruthy();
    expect(screen.getByRole('link', { name: '首页' }).getAttribute('href')).toBe('/');
  });
});

describe('the first password', () => {
  it('must be changed before anything else can be seen', async () => {
    const api = openAdmin('/staff');
    await signIn('13800001005', fakePassword);

    await screen.findByRole('heading', { name: '请先修改初始密码' });
    expect(api.countOf('GET unit/staff')).toBe(0);
    type('初始密码', fakePassword);
    type('新密码', 'quiet-harbour-7');
    type('再次输入新密码', 'quiet-harbour-7');
    press('保存新密码');

    expect(await screen.findByRole('heading', { name: '子账号' })).toBeTruthy();
    expect(place()).toBe('/staff');
  });

  it('shows which rules the new one meets while it is typed', async () => {
    openAdmin('/');
    await signIn('13800001005', fakePassword);
    await screen.findByRole('heading', { name: '请先修改初始密码' });
    type('新密码', 'abc');

    await waitFor(() => expect(screen.getByText('含有字母').closest('li')?.textContent).toContain('已满足'));
    expect(screen.getByText(/长度为/).closest('li')?.textContent).toContain('未满足');
    type('新密码', 'abcdefghi7');
    await waitFor(() => expect(screen.getByText(/长度为/).closest('li')?.textContent).toContain('已满足'));
  });

  it('says beside the field that the current one is wrong', async () => {
    openAdmin('/');
    await signIn('13800001005', fakePassword);
    await screen.findByRole('heading', { name: '请先修改初始密码' });
    type('初始密码', 'something-else-1');
    type('新密码', 'quiet-harbour-7');
    type('再次输入新密码', 'quiet-harbour-7');
    press('保存新密码');

    expect(await screen.findByText('原密码不正确')).toBeTruthy();
  });
});
