import { fireEvent, render, screen } from '@testing-library/react';

import TestResultsPage from '../../../miniapp/src/packages/health/testResults/index';
import { signedInApp } from '../../support/taro/freshApp';
import { noon, sampleResults, sampleScreening, sampleTest } from '../../support/taro/healthSamples';
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
    server.on('GET me/test-results', { body: sampleResults([sampleTest(), positive]) });
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
    server.on('GET me/test-results', { body: sampleResults() });
    render(<TestResultsPage />);
    await screen.findByText('最近 7 天没有检测结果');
    screen.getByText(/结果由检测机构上传/);
    expect(document.querySelector('.screening')).toBeNull();
    expect(screen.queryByText(/名单/)).toBeNull();
  });

  test('a failure can be repeated', async () => {
    const server = await signedInApp();
    server.on('GET me/test-results', refusal('unavailable'));
    render(<TestResultsPage />);
    const retry = await screen.findByText('重试');
    server.on('GET me/test-results', { body: sampleResults([sampleTest()]) });
    fireEvent.click(retry);
    await screen.findByText('核酸检测阴性');
  });
});

describe('who is on a list', () => {
  const cards = () => [...document.querySelectorAll('.screening')].map((each) => each.textContent);

  test('reads how often, when last and until when, above the results', async () => {
    const server = await signedInApp();
    const sampled = sampleScreening({
      group: 'returningStudents',
      groupName: '复学学生',
      duty: 'sampled',
      intervalDays: 30,
      dueOn: '2026-12-20',
      state: 'onTime',
    });
    const late = sampleScreening({ group: 'portWorkers', lastTestAt: null, state: 'overdue' });
    server.on('GET me/test-results', {
      body: sampleResults([sampleTest()], [sampleScreening(), sampled, late]),
    });
    render(<TestResultsPage />);
    await screen.findByText('核酸检测阴性');
    const source = '名单来源示例市卫生健康局，2026年10月1日起';
    expect(cards()).toEqual([
      `医疗机构工作人员即将到期检测要求应检尽检，每 7 天一次上次采样2026年11月15日下次检测2026年11月22日前（含当天）${source}`,
      `复学学生未到期检测要求适时抽检，每 30 天一次上次采样2026年11月15日下次检测2026年12月20日前（含当天）${source}`,
      `医疗机构工作人员已逾期检测要求应检尽检，每 7 天一次上次采样暂无检测记录下次检测2026年11月22日前（含当天）${source}`,
    ]);
    const marks = [
      'soon .colour-mark--diamond',
      'onTime .colour-mark--circle',
      'overdue .colour-mark--triangle',
    ];
    expect(marks.filter((mark) => !document.querySelector(`.screening__state--${mark}`))).toEqual([]);
    const [list, result] = ['.screening', '.test-result'].map((one) => document.querySelector(one));
    expect(list && result && list.compareDocumentPosition(result)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    screen.getByText(/不影响健康码颜色/);
  });

  test('reads so without results too', async () => {
    const server = await signedInApp();
    server.on('GET me/test-results', { body: sampleResults([], [sampleScreening()]) });
    render(<TestResultsPage />);
    await screen.findByText('最近 7 天没有检测结果');
    expect(cards()).toHaveLength(1);
  });
});
