import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { OwnNationalCode } from '@anxing/contract/nationalCode';

import ArrivalPage from '../../../miniapp/src/packages/health/arrival/index';
import { signedInApp } from '../../support/taro/freshApp';
import { sampleNationalCode } from '../../support/taro/healthSamples';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';

const none: OwnNationalCode = { latest: null, state: 'none' };
const merged: OwnNationalCode = {
  latest: sampleNationalCode({ until: Date.now() + 86_400_000 }),
  state: 'merged',
};

async function open(
  own: OwnNationalCode = none,
  platform: 'weapp' | 'alipay' | 'h5' = 'weapp',
): Promise<TestServer> {
  const server = await signedInApp({}, platform);
  server.on('GET me/national-code', { body: own });
  render(<ArrivalPage />);
  await screen.findByText('最近一次读取');

  return server;
}

function paste(content: string): void {
  fireEvent.change(screen.getByLabelText('或粘贴码的内容'), { target: { value: content } });
  fireEvent.click(screen.getByText('读取粘贴的内容'));
}

describe('coming from another province', () => {
  test('explains what to do before, at and after the arrival', async () => {
    await open();
    ['出发前', '到达时', '到达后'].forEach((step) => screen.getByText(step));
    screen.getByText('还没有读取过外省健康码');
  });

  test.each(['weapp', 'alipay'] as const)(
    'on %s the platform scans, from a picture as well, and the result is shown',
    async (platform) => {
      const server = await open(none, platform);
      server.on('POST me/national-code', { body: merged });
      phone.scanned = 'national-content';
      fireEvent.click(screen.getByText('扫一扫'));
      await screen.findByText('邻省');
      expect(document.querySelector('.national-colour')?.textContent).toBe('绿码邻省');
      expect(document.querySelector('.national-colour .colour-mark--circle')).not.toBeNull();
      screen.getByText('在本省有效至');
      expect(server.bodies).toContainEqual({ content: 'national-content' });
      expect(phone.scannerWishes).toMatchObject({ onlyFromCamera: false });
      expect(phone.toasts).toEqual(['已并入您的健康码']);
    },
  );

  test('pasted content does as well; it stays in the field when it is refused', async () => {
    const server = await open();
    server.on('POST me/national-code', refusal('national_code_refused'));
    paste('  some content ');
    await screen.findByText('这不是有效的国家健康码');
    expect(server.bodies).toContainEqual({ content: 'some content' });
    expect(screen.getByLabelText<HTMLTextAreaElement>('或粘贴码的内容').value).toBe('  some content ');
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  test('somebody else’s code is named as such', async () => {
    const server = await open();
    server.on('POST me/national-code', refusal('national_code_other'));
    paste('x');
    await screen.findByText('该健康码不属于本人');
  });

  test('when the national platform does not answer, the same can be tried again', async () => {
    const server = await open();
    server.on('POST me/national-code', refusal('national_unavailable'));
    paste('kept');
    const again = await screen.findByText('再试一次');
    server.on('POST me/national-code', { body: merged });
    fireEvent.click(again);
    await screen.findByText('邻省');
    expect(server.count('POST me/national-code')).toBe(2);
  });

  test('two taps read once', async () => {
    const server = await open();
    server.on('POST me/national-code', { body: merged });
    paste('x');
    fireEvent.click(screen.getByText('读取粘贴的内容'));
    await screen.findByText('邻省');
    expect(server.count('POST me/national-code')).toBe(1);
  });

  test('a yellow or red code leads to the own reasons', async () => {
    await open({ ...merged, latest: sampleNationalCode({ colour: 'red', until: Date.now() + 1e6 }) });
    expect(document.querySelector('.national-colour .colour-mark--square')).not.toBeNull();
    fireEvent.click(screen.getByText('查看本省颜色依据'));
    expect(phone.moves).toEqual(['open /packages/health/reasons/index']);
  });

  test('what has ended is grey and says so', async () => {
    await open({ ...merged, latest: sampleNationalCode({ until: Date.now() - 1 }) });
    expect(document.querySelector('.national-colour .colour-mark--ring')).not.toBeNull();
    screen.getByText(/已过期，请重新读取/);
  });

  test.each([
    [{ latest: null, state: 'notFound' } as const, /国家平台没有查到/],
    [{ latest: null, state: 'merged' } as const, '之前读取的外省健康码已过期，请重新读取。'],
    [{ latest: null, state: 'unavailable' } as const, '国家平台暂时没有答复，请稍后再试。'],
    [{ ...merged, state: 'unavailable' } as const, /以下是之前读取的结果/],
  ])('%j', async (own, text) => {
    await open(own);
    screen.getByText(text);
  });

  test('coming back without a code is no error', async () => {
    const server = await open();
    fireEvent.click(screen.getByText('扫一扫'));
    await waitFor(() => expect(phone.scannerWishes).toBeDefined());
    expect(server.count('POST me/national-code')).toBe(0);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  // The last one: the phone keeps to the wait.
  test('not before the time that the server asked for', async () => {
    const server = await open();
    server.on('POST me/national-code', refusal('national_unavailable', { 'retry-after': '10' }));
    paste('kept');
    fireEvent.click(await screen.findByText('10 秒后可再试'));
    expect(server.count('POST me/national-code')).toBe(1);
  });
});
