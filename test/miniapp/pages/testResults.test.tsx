import { fireEvent, render, screen } from '@testing-library/react';

import TestResultsPage from '../../../miniapp/src/packages/health/testResults/index';
import { signedInApp } from '../../support/taro/freshApp';
import { noon, sampleTest } from '../../support/taro/healthSamples';
import { refusal } from '../../support/taro/server';

describe('test results', () => {
  test('each with kind, result in word and shape, time and institution', async () => {
    const server = await signedInApp();
    const positive = sampleTest({
      id: 'r2',
      kindName: '核酸检测阳性',
      outcome: 'positive',
      at: noon - 90 * 3_600_000,
    });
    server.on('GET me/test-results', { body: { days: 7, items: [sampleTest(), positive] } });
    render(<TestResultsPage />);
    await screen.findByText('核酸检测阴性');
    expect([...document.querySelectorAll('.test-result')].map((each) => each.textContent)).toEqual([
      '核酸检测阴性阴性采样时间2026年11月20日 08:00检测机构示例市第一医院',
      '核酸检测阳性阳性采样时间2026年11月17日 20:00检测机构示例市第一医院',
    ]);
    expect(document.querySelector('.test-outcome--negative .colour-mark--circle')).not.toBeNull();
    expect(document.querySelector('.test-outcome--positive .colour-mark--triangle')).not.toBeNull();
    screen.getByText('显示最近 7 天的检测结果，由检测机构上传。');
  });

  test('without any it says so, and when one would come', async () => {
    const server = await signedInApp();
    server.on('GET me/test-results', { body: { days: 7, items: [] } });
    render(<TestResultsPage />);
    await screen.findByText('最近 7 天没有检测结果');
    screen.getByText(/结果由检测机构上传/);
  });

  test('a failure can be repeated', async () => {
    const server = await signedInApp();
    server.on('GET me/test-results', refusal('unavailable'));
    render(<TestResultsPage />);
    const retry = await screen.findByText('重试');
    server.on('GET me/test-results', { body: { days: 7, items: [sampleTest()] } });
    fireEvent.click(retry);
    await screen.findByText('核酸检测阴性');
  });
});
