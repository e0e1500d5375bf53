import type { Decision } from '@anxing/contract/visits';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';

import { sendAllWaiting } from '../../../miniapp/src/lib/checkIns';
import { noteEntrance } from '../../../miniapp/src/lib/entrance';
import PlacePage from '../../../miniapp/src/pages/place/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { posterToken, samplePlace, sampleVisit } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

const place = `GET posters/${posterToken}`;

async function openPlace(server: TestServer): Promise<void> {
  phone.params = { poster: posterToken };
  server.on(place, { body: samplePlace('green', false, Date.now()) });
  render(<PlacePage />);
  await screen.findByText('信息登记');
}

function visitedIds(server: TestServer): string[] {
  const bodies = server.bodies.filter((body): body is { id: string; direction: string } =>
    Boolean(body && typeof body === 'object' && 'direction' in body),
  );

  return bodies.map(({ id }) => id);
}

describe('the place of a poster', () => {
  test('shows where one is, the own colour and who is on duty', async () => {
    await openPlace(await signedInApp());
    expect(document.querySelector('.place-name')?.textContent).toBe('示例市图书馆（东门）');
    expect(document.querySelector('.own-colour')?.textContent).toBe('绿码核验通过');
    expect([...document.querySelectorAll('.duty')].map((duty) => duty.textContent)).toEqual([
      '扫码员绿码核验通过体温正常',
      '安保绿码核验通过体温未测',
    ]);
  });

  test.each<[Decision, string, string]>([
    ['allow', 'green', '通行'],
    ['stop', 'orange', '请止步'],
    ['ask', 'unknown', '请示意工作人员'],
  ])('%s: the verdict in words and colour', async (decision, colour, verdict) => {
    const server = await signedInApp();
    await openPlace(server);
    server.on('POST visits', { body: sampleVisit({ decision, colour }) });
    fireEvent.click(screen.getByText('信息登记'));
    await waitFor(() => expect(document.querySelector('.verdict')?.textContent).toBe(verdict));
    expect(document.querySelector('.result .place-name')?.textContent).toBe('示例市图书馆（东门）');
    expect(document.querySelector('.result__direction')?.textContent).toBe('进入 · *文');
    expect(document.querySelector('.result__core')?.getAttribute('aria-label')).toContain(verdict);
  });

  test('a double tap sends one check-in', async () => {
    const server = await signedInApp();
    await openPlace(server);
    server.on('POST visits', { body: sampleVisit({}) });
    const button = screen.getByText('信息登记');
    fireEvent.click(button);
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText('通行');
    expect(visitedIds(server)).toHaveLength(1);
  });

  test('leaving is said in a neutral colour', async () => {
    const server = await signedInApp();
    await openPlace(server);
    server.on('POST visits', ({ body }) => ({
      body: sampleVisit({ direction: (body as { direction: 'in' | 'out' }).direction }),
    }));
    fireEvent.click(screen.getByText('信息登记'));
    fireEvent.click(await screen.findByText('离开登记'));
    await screen.findByText('已离开');
    expect(document.querySelector<HTMLElement>('.result')?.style.backgroundColor).toBe('rgb(51, 64, 79)');
    expect(new Set(visitedIds(server)).size).toBe(2);
  });

  test('an old verdict is grey', async () => {
    const server = await signedInApp();
    await openPlace(server);
    server.on('POST visits', { body: sampleVisit({ at: Date.now() - 11 * 60_000 }) });
    fireEvent.click(screen.getByText('信息登记'));
    await screen.findByText('登记已超过 10 分钟，进入请重新扫码');
    expect(document.querySelector<HTMLElement>('.result')?.style.backgroundColor).toBe('rgb(51, 64, 79)');
  });

  test('a refusal is told, and nothing waits', async () => {
    const server = await signedInApp();
    await openPlace(server);
    server.on('POST visits', refusal('point_closed'));
    fireEvent.click(screen.getByText('信息登记'));
    await screen.findByText('该服务点已停用');
    expect(document.querySelector('.waiting')).toBeNull();
  });
});

describe('without a network', () => {
  test('the check-in waits in a neutral colour and is sent with its own id when the network returns', async () => {
    const server = await signedInApp();
    await openPlace(server);
    server.isReachable = false;
    fireEvent.click(screen.getByText('信息登记'));
    await screen.findByText('待上传');
    expect(document.querySelector('.result')?.className).toBe('result result--waiting');
    expect(document.querySelector('.waiting__count')?.textContent).toBe('1 条登记待上传');

    server.isReachable = true;
    server.on('POST visits', { body: sampleVisit({}) });
    await act(() => sendAllWaiting());
    await screen.findByText('通行');
    expect(document.querySelector('.waiting')).toBeNull();
    expect(document.querySelector('.outcome')).toBeNull();
    expect(new Set(visitedIds(server)).size).toBe(1);
  });

  test('a poster whose place is not known can be registered all the same', async () => {
    const server = await signedInApp();
    server.isReachable = false;
    phone.params = { poster: posterToken };
    render(<PlacePage />);
    fireEvent.click(await screen.findByText('离线登记'));
    await screen.findByText('待上传');
  });
});

describe('who is not ready yet', () => {
  test('is led to the first step, and the poster is remembered', async () => {
    freshApp();
    phone.params = { poster: posterToken };
    render(<PlacePage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/consent/index']));
    expect(phone.storage.get('anxing.destination')).toContain(posterToken);
  });

  test('sees the place, and is led on when registering', async () => {
    const server = await signedInApp({ level: 3, hasCode: false });
    phone.params = { poster: posterToken };
    server.on(place, { body: samplePlace(null, false, Date.now()) });
    render(<PlacePage />);
    fireEvent.click(await screen.findByText('登录并登记'));
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/identity/index']));
    expect(phone.storage.get('anxing.destination')).toContain(posterToken);
    expect(server.count('POST visits')).toBe(0);
  });
});

describe('what is no poster of ours', () => {
  test.each([
    ['https://evil.example/p/x', '这不是本平台的张贴码，其中的链接未被打开'],
    ['hello', '没有识别到场所张贴码，请对准海报上的二维码重新扫描'],
  ])('%s is refused on the phone', async (poster, text) => {
    const server = await signedInApp();
    phone.params = { poster };
    render(<PlacePage />);
    await screen.findByText(text);
    expect(server.calls).toEqual([]);
  });

  test('a forged or revoked one is refused by the server', async () => {
    const server = await signedInApp();
    phone.params = { poster: posterToken };
    server.on(place, refusal('poster_refused'));
    render(<PlacePage />);
    await screen.findByText('这不是有效的张贴码，请联系场所工作人员');
    expect(document.querySelector('.register')).toBeNull();
  });
});

test('a poster scanned while a result is shown opens its own place', async () => {
  const server = await signedInApp();
  await openPlace(server);
  server.on('POST visits', { body: sampleVisit({}) });
  fireEvent.click(screen.getByText('信息登记'));
  await screen.findByText('通行');
  act(() =>
    noteEntrance({
      query: { q: encodeURIComponent(`https://code.example/p/${posterToken}`), scancode_time: '1' },
    }),
  );
  await screen.findByText('信息登记');
});
