import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import AccessesPage from '../../../miniapp/src/packages/records/accesses/index';
import MessagesPage from '../../../miniapp/src/packages/records/messages/index';
import TrailPage from '../../../miniapp/src/packages/records/trail/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { sampleAccesses, sampleMessages, sampleTrail, sampleVisit } from '../../support/taro/samples';
import { refusal } from '../../support/taro/server';

const now = Date.UTC(2026, 10, 21, 6);

describe('my trail', () => {
  test('an open visit can be left, once', async () => {
    const server = await signedInApp();
    server.on('GET me/passages', { body: { items: sampleTrail(now), next: null } });
    server.on('POST visits', { body: sampleVisit({ direction: 'out' }) });
    render(<TrailPage />);
    const button = await screen.findByText('登记离开');
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(phone.toasts).toEqual(['已登记离开']));
    expect(server.count('POST visits')).toBe(1);
    expect(server.bodies).toContainEqual(
      expect.objectContaining({ passage: 't1', direction: 'out', members: [] }),
    );
  });

  test('a check by staff and one by a gate are told apart', async () => {
    const server = await signedInApp();
    const [visit, byStaff, last] = sampleTrail(now);
    const byGate = { ...last, kind: 'scan', byDevice: true };
    server.on('GET me/passages', { body: { items: [visit, byStaff, byGate], next: null } });
    render(<TrailPage />);
    expect(await screen.findByText('闸机查验')).toBeTruthy();
    expect(screen.getAllByText('工作人员查验')).toHaveLength(1);
    expect(screen.getAllByText('本人扫码登记')).toHaveLength(1);
  });

  test('a refusal to leave is told', async () => {
    const server = await signedInApp();
    server.on('GET me/passages', { body: { items: sampleTrail(now), next: null } });
    server.on('POST visits', refusal('not_found'));
    render(<TrailPage />);
    fireEvent.click(await screen.findByText('登记离开'));
    await waitFor(() => expect(phone.toasts).toEqual(['没有找到该记录']));
  });

  test('the next page follows the first, by button or at the bottom', async () => {
    const server = await signedInApp();
    const [first, second, third] = sampleTrail(now);
    server.on('GET me/passages', { body: { items: [first], next: 'a b' } });
    server.on('GET me/passages?cursor=a%20b', { body: { items: [second], next: 'c' } });
    server.on('GET me/passages?cursor=c', { body: { items: [third], next: null } });
    render(<TrailPage />);
    fireEvent.click(await screen.findByText('加载更多'));
    await screen.findByText('湖滨农贸市场');
    await phone.tell('reachBottom');
    await screen.findByText('没有更多了');
    expect(document.querySelectorAll('.trail-item')).toHaveLength(3);
  });

  test('an empty trail says so, a failed one can be repeated', async () => {
    const server = await signedInApp();
    server.on('GET me/passages', refusal('internal'));
    render(<TrailPage />);
    fireEvent.click(await screen.findByText('重试'));
    server.on('GET me/passages', { body: { items: [], next: null } });
    fireEvent.click(await screen.findByText('重试'));
    await screen.findByText('最近没有到访记录');
  });

  test('who is not signed in is led there', async () => {
    freshApp();
    render(<TrailPage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/consent/index']));
  });
});

test('who looked at me: unit, purpose and time', async () => {
  const server = await signedInApp();
  server.on('GET me/accesses', { body: { items: sampleAccesses(now), next: null } });
  render(<AccessesPage />);
  await screen.findByText('示例市图书馆');
  expect(document.querySelector('.access-item')?.textContent).toBe('示例市图书馆事由：查验健康码11-21 13:50');
});

test('opening a message marks it as read, once', async () => {
  const server = await signedInApp();
  server.on('GET me/messages', { body: { items: sampleMessages(now), next: null } });
  server.on('POST me/messages/m1/read', { status: 204, body: '' });
  render(<MessagesPage />);
  const message = await screen.findByText('健康码颜色已更新');
  expect(document.querySelectorAll('.message--unread')).toHaveLength(1);
  fireEvent.click(message);
  fireEvent.click(message);
  await waitFor(() => expect(server.count('POST me/messages/m1/read')).toBe(1));
  expect(document.querySelectorAll('.message--unread')).toHaveLength(0);
});

test.each([
  ['colour', '查看颜色依据', '/packages/health/reasons/index'],
  ['override', '查看颜色依据', '/packages/health/reasons/index'],
  ['appeal', '查看我的申诉', '/packages/health/appeals/index'],
  ['screening', '查看检测安排', '/packages/health/testResults/index'],
])('an open message of the kind %s leads to where it is explained', async (kind, link, page) => {
  const server = await signedInApp();
  const [message] = sampleMessages(now);
  server.on('GET me/messages', { body: { items: [{ ...message, kind, read: true }], next: null } });
  render(<MessagesPage />);
  fireEvent.click(await screen.findByText('健康码颜色已更新'));
  fireEvent.click(screen.getByText(link));
  expect(phone.moves).toEqual([`open ${page}`]);
});

test('other messages lead nowhere', async () => {
  const server = await signedInApp();
  server.on('GET me/messages', { body: { items: sampleMessages(now).slice(1), next: null } });
  render(<MessagesPage />);
  fireEvent.click(await screen.findByText('欢迎使用'));
  expect(document.querySelector('.message__link')).toBeNull();
});
