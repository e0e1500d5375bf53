import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';

import CodePage from '../../../miniapp/src/pages/code/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { sampleResults, sampleTest } from '../../support/taro/healthSamples';
import { phone } from '../../support/taro/phone';
import { posterToken, sampleCode, sampleMe } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

const minute = 60_000;

/** Opens the code page of a person with a code of this colour, on a server whose clock is off by `offset` ms. */
async function openCode(colour: string, offset = 0): Promise<TestServer> {
  const server = await signedInApp();
  server.on('GET me/code', () => ({ body: sampleCode(colour, Date.now() + offset) }));
  render(<CodePage />);
  await screen.findByText('4829 1607 3358');

  return server;
}

function shown(selector: string): Element | null {
  return document.querySelector(selector);
}

describe('the code page', () => {
  test('green: colour in words and shape, number, masked name, data as of, services', async () => {
    await openCode('green');
    expect(shown('.colour-label')?.textContent).toBe('绿码');
    expect(shown('.colour-word')?.textContent).toBe('核验通过');
    expect(shown('.hero .colour-mark--circle')).not.toBeNull();
    expect(shown('.name')?.textContent).toBe('*文 的健康码');
    expect(shown('.as-of')?.textContent).toMatch(/^数据截至 \d\d-\d\d \d\d:\d\d$/);
    expect(screen.getByText('去乘车')).toBeTruthy();
    expect(shown('.reasons')).toBeNull();
  });

  test('a service of our own opens its page', async () => {
    await openCode('green');
    fireEvent.click(screen.getByText('为家人申领'));
    await waitFor(() => expect(phone.moves).toEqual(['open /packages/health/family/index']));
  });

  test('the QR code is drawn with the dots of the screen', async () => {
    await openCode('green');
    await waitFor(() => expect(phone.canvas.width).toBe(492));
  });

  test('a screen reader hears the colour and the number digit by digit', async () => {
    await openCode('green');
    expect(shown('.hero__state')?.getAttribute('aria-label')).toBe('绿码，核验通过');
    expect(shown('.number')?.getAttribute('aria-label')).toBe('12 位数字 4 8 2 9 1 6 0 7 3 3 5 8');
    expect(shown('#personalCode')?.getAttribute('aria-label')).toBe('健康码，绿码，核验通过');
  });

  test('orange: every reason with date, source, end and advice; guidance in place of services', async () => {
    await openCode('orange');
    expect(shown('.reason')?.textContent).toBe(
      '来自疫情高发地区发生日期 2026-11-12数据来源 疫情高发地区来人排查数据（省统计局）预计解除 11-27 00:00' +
        '您需要请居家观察至期满，每日早晚测量体温，出现发热、咳嗽等症状时立即联系所在社区（村）。',
    );
    expect(shown('.guidance')).not.toBeNull();
    expect(shown('.services')).toBeNull();
  });

  test('unknown: grey, being checked, and no services', async () => {
    await openCode('unknown');
    expect(shown('.colour-word')?.textContent).toBe('核验中');
    expect(shown('.hero .colour-mark--ring')).not.toBeNull();
    expect(shown('.checking')).not.toBeNull();
    expect(shown('.services')).toBeNull();
  });

  test('green leads to what was checked', async () => {
    await openCode('green');
    fireEvent.click(screen.getByText('为什么是这个颜色'));
    expect(phone.moves).toEqual(['open /packages/health/reasons/index']);
  });

  test.each([
    ['orange', '查看完整说明与申诉'],
    ['unknown', '查看缺少哪些数据'],
  ])('%s leads to what explains it: %s', async (colour, link) => {
    await openCode(colour);
    fireEvent.click(screen.getByText(link));
    expect(phone.moves).toEqual(['open /packages/health/reasons/index']);
    expect(screen.queryByText('为什么是这个颜色')).toBeNull();
  });

  test('the clock shows the server’s time, and a wrong phone is no error', async () => {
    await openCode('green', -3 * 60 * minute);
    const threeHoursAgo = new Date(Date.now() - 3 * 60 * minute + 8 * 60 * minute)
      .toISOString()
      .slice(11, 16);
    expect(shown('.clock__time')?.textContent).toBe(threeHoursAgo);
    expect(shown('.expired')).toBeNull();
  });

  test('without a network nothing scannable is left, only the last state in grey', async () => {
    const server = await openCode('green');
    server.isReachable = false;
    fireEvent.click(screen.getByText('刷新'));
    await screen.findByText('离线 · 无法出示健康码');
    expect(shown('canvas')).toBeNull();
    expect(shown('.offline-banner')).not.toBeNull();
    expect(shown('.last-state')?.textContent).toContain('绿码 核验通过');
  });

  test('the code comes back by itself when the network does', async () => {
    const server = await openCode('green');
    server.isReachable = false;
    fireEvent.click(screen.getByText('刷新'));
    await screen.findByText('离线 · 无法出示健康码');
    server.isReachable = true;
    fireEvent.click(screen.getByText('重试'));
    await waitFor(() => expect(shown('canvas')).not.toBeNull());
  });

  test('an expired code is grey and asks to be renewed', async () => {
    const server = await signedInApp();
    server.on('GET me/code', () => ({
      body: { ...sampleCode('green', Date.now()), expiresAt: Date.now() - 1 },
    }));
    render(<CodePage />);
    await screen.findByText('健康码已过期');
    expect(shown('.hero--stale')).not.toBeNull();
    expect(shown('.code-frame--expired')).not.toBeNull();

    server.on('POST me/code/renewals', () => ({ body: sampleCode('green', Date.now()) }));
    fireEvent.click(screen.getByText('刷新'));
    await waitFor(() => expect(shown('.expired')).toBeNull());
  });

  test('refreshed by hand it is another one, since a gate opens once for each', async () => {
    const server = await openCode('green');
    server.on('POST me/code/renewals', () => ({ body: sampleCode('orange', Date.now()) }));
    fireEvent.click(screen.getByText('刷新'));
    await waitFor(() => expect(shown('.colour-label')?.textContent).toBe('橙码'));
    expect([server.count('GET me/code'), server.count('POST me/code/renewals')]).toEqual([1, 1]);
  });

  test('the stored state holds nothing that a scanner could read', async () => {
    await openCode('green');
    expect([...phone.storage.values()].join()).not.toContain('AX1:');
  });
});

describe('the newest test result below the code', () => {
  test('comes after the code, with result, time and institution', async () => {
    const server = await signedInApp();
    server.on('GET me/code', () => ({ body: sampleCode('green', Date.now()) }));
    server.on('GET me/test-results', { body: sampleResults([sampleTest(), sampleTest({ id: 'r0' })]) });
    render(<CodePage />);
    await screen.findByText('核酸检测阴性 · 11-20 08:00 · 示例市第一医院');
    expect(shown('.code-menu .test-outcome')?.textContent).toBe('阴性');
    const calls = server.calls.filter((call) => !/^GET me(\/code\/pass)?$/.test(call));
    expect(calls.slice(0, 2)).toEqual(['GET me/code', 'GET me/test-results']);
    fireEvent.click(shown('.to-testResults') as Element);
    expect(phone.moves).toEqual(['open /packages/health/testResults/index']);
  });

  test('is said to be missing when there is none', async () => {
    const server = await signedInApp();
    server.on('GET me/test-results', { body: sampleResults() });
    server.on('GET me/code', () => ({ body: sampleCode('green', Date.now()) }));
    render(<CodePage />);
    await screen.findByText('暂无');
  });

  test('is asked for once, not with every new code', async () => {
    const server = await openCode('green');
    server.on('POST me/code/renewals', () => ({ body: sampleCode('green', Date.now()) }));
    fireEvent.click(screen.getByText('刷新'));
    await phone.tell('didHide');
    await phone.tell('didShow');
    await waitFor(() => expect(server.count('GET me/code')).toBeGreaterThan(1));
    expect(server.count('GET me/test-results')).toBe(1);
  });

  test('that cannot be had is no fault of the code', async () => {
    const server = await openCode('green');
    await waitFor(() => expect(server.count('GET me/test-results')).toBe(1));
    expect(shown('.code-menu')?.textContent).toBe('为什么是这个颜色检测结果最近 7 天');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(shown('canvas')).not.toBeNull();
  });
});

describe('the code is replaced before it expires', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  test('after 40 seconds, while the page is shown', async () => {
    const server = await signedInApp();
    server.on('GET me/code', () => ({ body: sampleCode('green', Date.now()) }));
    render(<CodePage />);
    await pass(1_000);
    expect(server.count('GET me/code')).toBe(1);
    await pass(40_000);
    expect(server.count('GET me/code')).toBe(2);

    await phone.tell('didHide');
    await pass(120_000);
    expect(server.count('GET me/code')).toBe(2);

    await phone.tell('didShow');
    await pass(1_000);
    expect(server.count('GET me/code')).toBe(3);
  });

  test('the seconds move', async () => {
    const server = await signedInApp();
    server.on('GET me/code', () => ({ body: sampleCode('green', Date.now()) }));
    render(<CodePage />);
    await pass(1_000);
    const before = shown('.clock__seconds')?.textContent;
    await pass(1_000);
    expect(shown('.clock__seconds')?.textContent).not.toBe(before);
  });

  test('a busy server is asked again when it said, and the code stays until it expires', async () => {
    const server = await signedInApp();
    server.on('GET me/code', () => ({ body: sampleCode('green', Date.now()) }));
    render(<CodePage />);
    await pass(1_000);
    server.on('GET me/code', refusal('unavailable', { 'retry-after': '15' }));
    await pass(40_000);
    expect(server.count('GET me/code')).toBe(2);
    expect(shown('.expired')).toBeNull();
    await pass(14_000);
    expect(server.count('GET me/code')).toBe(2);
    await pass(6_000);
    expect(server.count('GET me/code')).toBe(3);
    expect(shown('.expired')).not.toBeNull();
  });
});

describe('before there is a code', () => {
  test('who never consented is led to the consent', async () => {
    freshApp();
    render(<CodePage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/consent/index']));
  });

  test('who has no code claims it with one tap, and comes back to the scanned poster', async () => {
    const server = await signedInApp({ hasCode: false });
    phone.storage.set(
      'anxing.destination',
      JSON.stringify({ poster: posterToken, rememberedAt: Date.now() }),
    );
    server.on('POST me/code', ({ body }) => {
      server.on('GET me', { body: sampleMe() });

      return { status: 201, body: body ?? {} };
    });
    render(<CodePage />);
    fireEvent.click(await screen.findByText('一键申领'));
    fireEvent.click(screen.getByText('正在核对数据…'));
    await screen.findByText('申领成功');
    await waitFor(() => expect(phone.moves).toEqual([`start /pages/place/index?poster=${posterToken}`]), {
      timeout: 3_000,
    });
    expect(server.count('POST me/code')).toBe(1);
  });

  test('a claim that fails says why and can be repeated', async () => {
    const server = await signedInApp({ hasCode: false });
    server.on('POST me/code', refusal('unavailable'));
    render(<CodePage />);
    fireEvent.click(await screen.findByText('一键申领'));
    await screen.findByText('服务繁忙，请稍后再试');
    expect(screen.getByText('一键申领')).toBeTruthy();
  });
});
