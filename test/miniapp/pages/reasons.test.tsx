import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { OwnReasons } from '@anxing/contract/reasons';

import ReasonsPage from '../../../miniapp/src/packages/health/reasons/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { arrivalReason, noon, sampleReason, sampleReasons } from '../../support/taro/healthSamples';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';

async function open(own: OwnReasons): Promise<TestServer> {
  const server = await signedInApp();
  server.on('GET me/reasons', { body: own });
  render(<ReasonsPage />);
  await waitFor(() => expect(document.querySelector('.colour-head')).not.toBeNull());

  return server;
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

describe('why the code is orange', () => {
  test('each reason: rule, record, source, owner, who delivered it, since when, until when, what to do', async () => {
    await open(sampleReasons('orange'));
    expect(textOf('.colour-head')).toBe('橙码核验不通过数据截至 11-21 13:00判定规则 第 3 版');
    expect(document.querySelector('.colour-head .colour-mark--triangle')).not.toBeNull();
    expect(textOf('.reason-card__text')).toBe('14 天内有购买退烧药品记录');
    expect(textOf('.until')).toBe('持续到2026年11月27日 00:00还有 5 天');
    expect(textOf('.record')).toBe(
      '记录内容购买退烧药品发生日期2026年11月12日数据来源退烧药品购买记录负责单位省医保局' +
        '由谁提供医保结算系统收录时间2026年11月13日 14:00',
    );
    expect(textOf('.advice')).toContain('请居家休息并每日测量体温');
    expect(textOf('.objection')).toContain('替他人购买或记录有误的');
  });

  test('a cause without an end says what ends it; several are counted', async () => {
    await open(sampleReasons('orange', { reasons: [sampleReason(), arrivalReason] }));
    screen.getByText('共有 2 条原因');
    screen.getByText('情况消除前一直有效，消除后自动恢复');
  });

  test.each([
    [Date.UTC(2026, 10, 21, 10), '今天解除'],
    [Date.UTC(2026, 10, 21, 16), '今天是最后一天'],
    [Date.UTC(2026, 10, 22, 10), '还有 1 天'],
    [Date.UTC(2026, 10, 22, 16), '还有 1 天'],
    // Within 14 days, told on the day of the event.
    [Date.UTC(2026, 11, 5, 16), '还有 14 天'],
    [Date.UTC(2026, 10, 21, 5), '正在更新'],
  ])('what ends at %s: %s', async (until, left) => {
    await open(sampleReasons('orange', { reasons: [sampleReason({ until })] }));
    expect(textOf('.until__left')).toBe(left);
  });

  test('a reason is contested by a tap, and one that is contested shows its appeal', async () => {
    const contested = { ...arrivalReason, appealId: 'p 1' };
    await open(sampleReasons('orange', { reasons: [sampleReason(), contested] }));
    fireEvent.click(screen.getByText('对这条原因申诉'));
    fireEvent.click(screen.getByText('查看申诉进展'));
    expect(phone.moves).toEqual([
      'open /packages/health/appealForm/index?rule=medicine',
      'open /packages/health/appeal/index?id=p%201',
    ]);
  });

  test('data that is late besides is named', async () => {
    const late = [{ sourceName: '发热门诊就诊记录', owner: '省卫健委', lastDeliveredAt: null }];
    await open(sampleReasons('orange', { late }));
    expect(textOf('.late')).toBe('发热门诊就诊记录负责单位省卫健委最近送达还没有送达过');
  });
});

describe('why the code is grey', () => {
  const late = [
    { sourceName: '发热门诊就诊记录', owner: '省卫健委', lastDeliveredAt: noon - 40 * 3_600_000 },
    { sourceName: '封闭管理小区公告数据', owner: '省公安厅', lastDeliveredAt: null },
  ];

  test('names what is missing since when, what it means at the door, and that it passes by itself', async () => {
    await open(sampleReasons('unknown', { late, asOf: null }));
    expect(textOf('.colour-head')).toContain('核验中');
    expect(textOf('.colour-head')).toContain('部分数据尚未送达');
    expect([...document.querySelectorAll('.late')].map((each) => each.textContent)).toEqual([
      '发热门诊就诊记录负责单位省卫健委最近送达2026年11月19日 22:00',
      '封闭管理小区公告数据负责单位省公安厅最近送达还没有送达过',
    ]);
    screen.getByText('在门口怎么办');
    screen.getByText(/灰码不等于不能通行/);
    screen.getByText('数据送达后颜色自动更新，打开“亮码”页就能看到。');
    expect(screen.queryByText('对这条原因申诉')).toBeNull();
  });

  test('without a late source it is being checked', async () => {
    await open(sampleReasons('unknown'));
    screen.getByText(/系统正在核对您的数据/);
  });
});

test('green is calm: nothing on record, what was checked, and how old the data is', async () => {
  await open(sampleReasons('green'));
  screen.getByText('没有影响您颜色的记录');
  screen.getByText('发热门诊就诊记录');
  expect(textOf('.as-of')).toBe('数据截至 11-21 13:00');
  expect(document.querySelector('.reason-card')).toBeNull();
});

describe('when it cannot be read', () => {
  test('a failure can be repeated', async () => {
    const server = await signedInApp();
    server.on('GET me/reasons', refusal('internal'));
    render(<ReasonsPage />);
    const retry = await screen.findByText('重试');
    server.on('GET me/reasons', { body: sampleReasons('green') });
    fireEvent.click(retry);
    await screen.findByText('没有影响您颜色的记录');
  });

  test('without a network it says so, and reads by itself when there is one again', async () => {
    const server = await signedInApp();
    server.on('GET me/reasons', { body: sampleReasons('green') });
    server.isReachable = false;
    render(<ReasonsPage />);
    await screen.findByText('网络不可用，请检查网络后重试');
    screen.getByText('离线 · 请检查网络');
    server.isReachable = true;
    fireEvent.click(screen.getByText('重试'));
    await screen.findByText('没有影响您颜色的记录');
  });

  test('what was read stays, with a word that it is of before', async () => {
    const server = await open(sampleReasons('orange'));
    server.on('GET me/reasons', refusal('unavailable'));
    await phone.tell('didHide');
    await phone.tell('didShow');
    await screen.findByText('以下是之前读取的内容。服务繁忙，请稍后再试');
    expect(document.querySelector('.reason-card')).not.toBeNull();
  });

  test('whoever has no code yet is led to it', async () => {
    const server = await signedInApp({ hasCode: false });
    server.on('GET me/reasons', refusal('code_required'));
    render(<ReasonsPage />);
    fireEvent.click(await screen.findByText('去完成'));
    await waitFor(() => expect(phone.moves).toEqual(['tab /pages/code/index']));
  });

  test('who is not signed in is led there', async () => {
    freshApp();
    render(<ReasonsPage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/consent/index']));
  });
});
