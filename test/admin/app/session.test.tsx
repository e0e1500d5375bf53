import { openAdmin, place, press } from '../support/openAdmin';

import { fireEvent, screen, waitFor } from '@testing-library/react';

import { narrowScreen } from '../support/browser';

describe('a session', () => {
  it('that ran out is renewed without anybody noticing', async () => {
    const api = openAdmin('/passages', { as: 'owner' });
    await screen.findByText('共 47 条记录');
    api.house.isAccessFresh = false;
    press('刷新');

    await waitFor(() => expect(api.countOf('POST sessions/refresh')).toBe(1));
    await waitFor(() => expect(api.countOf('GET unit/passages')).toBe(3));
    expect(place()).toBe('/passages');
  });

  it('that was ended leads to the sign-in page, and back afterwards', async () => {
    const api = openAdmin('/passages?kind=scan', { as: 'owner' });
    await screen.findByText(/^共 \d+ 条记录$/);
    api.house.signedIn = undefined;
    press('刷新');

    await screen.findByRole('heading', { name: '登录' });
    expect(place()).toBe('/sign-in?back=%2Fpassages%3Fkind%3Dscan');
  });

  it('is ended by signing out', async () => {
    const api = openAdmin('/', { as: 'owner' });
    fireEvent.click(await screen.findByRole('button', { name: /陈志远/ }));
    fireEvent.click(await screen.findByText('退出登录'));

    await screen.findByRole('heading', { name: '登录' });
    expect(api.house.signedIn).toBeUndefined();
  });
});

describe('around the pages', () => {
  it('an unknown address says so', async () => {
    openAdmin('/nowhere', { as: 'owner' });

    expect(await screen.findByRole('heading', { name: '页面不存在' })).toBeTruthy();
  });

  it('a server that cannot answer is told, with a way to try again', async () => {
    const api = openAdmin('/nowhere', { as: 'owner' });
    api.refuseNext('GET config', 'too_many_requests', { retryAfter: 5 });

    expect(await screen.findByText('操作过于频繁，请稍后再试')).toBeTruthy();
    press('重试');
    expect(await screen.findByRole('heading', { name: '页面不存在' })).toBeTruthy();
  });

  it('the menu is a drawer on a phone, and lists are cards', async () => {
    narrowScreen(true);
    openAdmin('/points', { as: 'owner' });
    fireEvent.click(await screen.findByRole('button', { name: '打开菜单' }));

    expect(await screen.findByRole('navigation', { name: '主菜单' })).toBeTruthy();
    expect(await screen.findByRole('list', { name: '服务点' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    narrowScreen(false);
  });
});
