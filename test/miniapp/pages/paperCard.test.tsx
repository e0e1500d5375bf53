import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { PaperCard } from '@anxing/contract/cards';

import PaperCardPage from '../../../miniapp/src/packages/health/paperCard/index';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';

const sample: PaperCard = { id: 'card-1', issuedAt: Date.UTC(2026, 10, 20, 1), printedBy: null };

async function openPage(first: PaperCard | null): Promise<TestServer> {
  let card = first;
  const server = await signedInApp();
  server
    .on('GET me/card', () => ({ body: { card } }))
    .on('POST me/card', () => {
      card = { ...sample, id: 'card-2' };

      return { status: 201, body: card };
    })
    .on('DELETE me/card', () => {
      card = null;

      return { status: 204 };
    });
  render(<PaperCardPage />);
  await screen.findByText('纸质健康码');

  return server;
}

const callsOf = ({ calls }: TestServer, wanted: string) => calls.filter((call) => call === wanted).length;

test('who has none makes one with one tap', async () => {
  const server = await openPage(null);
  expect(screen.getByText('您还没有纸质卡')).toBeTruthy();
  fireEvent.click(screen.getByText('生成纸质卡'));
  await screen.findByText('打开卡片（可打印）');
  expect(callsOf(server, 'POST me/card')).toBe(1);
});

test('a lost card is void after a question', async () => {
  const server = await openPage(sample);
  phone.confirms = false;
  fireEvent.click(screen.getByText('卡片丢了，立即作废'));
  await act(() => Promise.resolve());
  expect(callsOf(server, 'DELETE me/card')).toBe(0);
  phone.confirms = true;
  fireEvent.click(screen.getByText('卡片丢了，立即作废'));
  await screen.findByText('您还没有纸质卡');
});

test('what went wrong is said, and the card stays', async () => {
  const server = await openPage(sample);
  server.on('POST me/card', refusal('too_many_requests'));
  phone.confirms = true;
  fireEvent.click(screen.getByText('换一张新卡'));
  await waitFor(() => expect(phone.toasts.join()).toContain('操作过于频繁'));
  expect(screen.getByText('打开卡片（可打印）')).toBeTruthy();
});
