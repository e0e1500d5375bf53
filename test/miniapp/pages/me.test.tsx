import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { isSignedIn } from '../../../miniapp/src/lib/session';
import MePage from '../../../miniapp/src/pages/me/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';

describe('my page', () => {
  test('shows the account masked, with what is unread', async () => {
    await signedInApp();
    render(<MePage />);
    expect(document.querySelector('.account')?.textContent).toBe('文*文138****000135*****034已完成实名认证');
    expect(screen.getByText('2 条未读')).toBeTruthy();
  });

  test.each([
    ['.to-reasons', '/packages/health/reasons/index'],
    ['.to-testResults', '/packages/health/testResults/index'],
    ['.to-appeals', '/packages/health/appeals/index'],
    ['.to-arrival', '/packages/health/arrival/index'],
    ['.to-paperCard', '/packages/health/paperCard/index'],
    ['.to-family', '/packages/health/family/index'],
    ['.to-trail', '/packages/records/trail/index'],
    ['.to-accesses', '/packages/records/accesses/index'],
    ['.to-messages', '/packages/records/messages/index'],
    ['.to-about', '/packages/info/about/index'],
  ])('%s opens %s', async (selector, page) => {
    await signedInApp();
    render(<MePage />);
    fireEvent.click(document.querySelector(selector) as Element);
    expect(phone.moves).toEqual([`open ${page}`]);
  });

  test('长辈模式 changes the type at once and stays', async () => {
    await signedInApp();
    render(<MePage />);
    fireEvent.click(screen.getByRole('button', { name: '长辈模式 大字、高对比 已关闭' }));
    expect(document.querySelector('.screen')?.className).toContain('elder');
    expect(phone.storage.get('anxing.elder')).toBe('true');
  });

  test('signing out takes everything about the person off the phone', async () => {
    const server = await signedInApp();
    server.on('DELETE sessions/current', { status: 204, body: '' });
    phone.storage.set('anxing.lastCode', '{"colour":"green"}');
    phone.storage.set('anxing.lastPlace', '{"name":"x"}');
    phone.storage.set('anxing.appealDrafts', '{"owner":"x","drafts":[]}');
    render(<MePage />);
    fireEvent.click(screen.getByText('退出登录'));
    await screen.findByText('未登录');
    expect(isSignedIn()).toBe(false);
    expect(server.count('DELETE sessions/current')).toBe(1);
    expect([...phone.storage.keys()].sort()).toEqual(
      ['anxing.checkIns', 'anxing.config', 'anxing.consent', 'anxing.elder', 'anxing.entrance'].filter(
        (key) => phone.storage.has(key),
      ),
    );
  });

  test('who is not signed in is led to the first step', async () => {
    freshApp();
    render(<MePage />);
    fireEvent.click(screen.getByText('登录'));
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/consent/index']));
  });
});
