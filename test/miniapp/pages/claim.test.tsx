import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import CodePage from '../../../miniapp/src/pages/code/index';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { posterToken } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

const provinces = [
  { code: '350000', name: '福建省' },
  { code: '440000', name: '广东省' },
];
const byPoster = /按您刚扫描的场所所在区县登记/;

function shown(selector: string): Element | null {
  return document.querySelector(selector);
}

function tap(text: string): void {
  fireEvent.click(screen.getByText(text));
}

async function choose(name: string): Promise<void> {
  fireEvent.click(await screen.findByText(name));
}

/** What the app sent with the claim. */
let sent: unknown;

function remember(poster: string, rememberedAt = Date.now()): void {
  phone.storage.set('anxing.destination', JSON.stringify({ poster, rememberedAt }));
}

/** The card of somebody who may claim. */
async function openCard(server: TestServer): Promise<TestServer> {
  sent = undefined;
  server
    .on('POST me/code', ({ body }) => {
      sent = body;

      return refusal('unavailable');
    })
    .on('GET divisions', { body: { items: provinces } })
    .on('GET divisions?within=350000', { body: { items: [{ code: '350100', name: '福州市' }] } })
    .on('GET divisions?within=350100', { body: { items: [{ code: '350102', name: '鼓楼区' }] } })
    .on('GET divisions?within=440000', { body: { items: [{ code: '441900', name: '东莞市' }] } })
    .on('GET divisions?within=441900', { body: { items: [] } });
  render(<CodePage />);
  await screen.findByText('一键申领');

  return server;
}

/** Claims, and waits until the server has answered. */
async function claim(): Promise<unknown> {
  tap('一键申领');
  await screen.findByText('服务繁忙，请稍后再试');

  return sent;
}

describe('where somebody claims', () => {
  test('is said by nobody who only taps', async () => {
    const server = await openCard(await signedInApp({ hasCode: false }));
    expect(shown('.division-choice')?.textContent).toBe(
      '现在所在区县（选填）未选择用于登记首次领码所在区县，查验时提示 14 天内到过的地区。',
    );
    expect(await claim()).toEqual({});
    expect(server.calls.filter((call) => call.includes('divisions'))).toEqual([]);
  });

  test('is chosen from province to county, kept when the claim fails, and taken back', async () => {
    await openCard(await signedInApp({ hasCode: false }));
    tap('现在所在区县（选填）');
    await choose('福州市');
    await choose('鼓楼区');
    expect(shown('.division-choice__value')?.textContent).toBe('福建省福州市鼓楼区');
    expect(shown('.division-list')).toBeNull();
    expect(await claim()).toEqual({ division: '350102' });
    expect(shown('.division-choice__value')?.textContent).toBe('福建省福州市鼓楼区');
    tap('清除');
    expect(shown('.division-choice__value')?.textContent).toBe('未选择');
    expect(await claim()).toEqual({});
  });

  test('is a city that has no counties', async () => {
    await openCard(await signedInApp({ hasCode: false }));
    tap('现在所在区县（选填）');
    await choose('返回上一级');
    await choose('广东省');
    await choose('东莞市');
    await waitFor(() => expect(shown('.division-choice__value')?.textContent).toBe('广东省东莞市'));
    expect(await claim()).toEqual({ division: '441900' });
  });

  test('begins in the own province, and leads up to the others', async () => {
    await openCard(await signedInApp({ hasCode: false }));
    tap('现在所在区县（选填）');
    await screen.findByText('福州市');
    expect(shown('.division-head__path')?.textContent).toBe('福建省');
    tap('返回上一级');
    await screen.findByText('广东省');
    expect(shown('.division-head__path')?.textContent).toBe('选择省份');
    expect(screen.queryByText('返回上一级')).toBeNull();
  });
});

describe('the list of divisions', () => {
  test('can be left half way: then nothing is said', async () => {
    await openCard(await signedInApp({ hasCode: false }));
    tap('现在所在区县（选填）');
    await choose('福州市');
    await screen.findByText('鼓楼区');
    tap('现在所在区县（选填）');
    expect(shown('.division-list')).toBeNull();
    expect(await claim()).toEqual({});
  });

  test('says while it is read, why it cannot be, and is asked for again', async () => {
    const server = await openCard(await signedInApp({ hasCode: false }));
    server.isReachable = false;
    tap('现在所在区县（选填）');
    expect(shown('.division-offer .loading')).not.toBeNull();
    await waitFor(() => expect(shown('.division-offer .problem')).not.toBeNull());
    server.isReachable = true;
    fireEvent.click(shown('.division-offer .retry') as Element);
    await screen.findByText('福州市');
    expect(await claim()).toEqual({});
  });

  test('says when there is nothing in it', async () => {
    const server = await openCard(await signedInApp({ hasCode: false }));
    server.on('GET divisions', { body: { items: [] } });
    tap('现在所在区县（选填）');
    await choose('返回上一级');
    await screen.findByText('没有可选的地区，可以直接申领。');
  });
});

describe('a scanned poster', () => {
  test('goes with the claim, and the card says so', async () => {
    const server = await signedInApp({ hasCode: false });
    remember(posterToken);
    await openCard(server);
    screen.getByText(byPoster);
    expect(await claim()).toEqual({ poster: posterToken });
  });

  test('comes after what the person chose', async () => {
    const server = await signedInApp({ hasCode: false });
    remember(posterToken);
    await openCard(server);
    tap('现在所在区县（选填）');
    await choose('福州市');
    await choose('鼓楼区');
    expect(screen.queryByText(byPoster)).toBeNull();
    expect(await claim()).toEqual({ division: '350102', poster: posterToken });
  });

  test('of yesterday says nothing', async () => {
    const server = await signedInApp({ hasCode: false });
    remember(posterToken, Date.now() - 24 * 60 * 60_000);
    await openCard(server);
    expect(screen.queryByText(byPoster)).toBeNull();
    expect(await claim()).toEqual({});
  });
});
