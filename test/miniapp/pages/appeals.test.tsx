import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { Appeal } from '@anxing/contract/appeals';

import AppealPage from '../../../miniapp/src/packages/health/appeal/index';
import AppealsPage from '../../../miniapp/src/packages/health/appeals/index';
import { signedInApp } from '../../support/taro/freshApp';
import { appealToComplete, noon, sampleAppeal, sampleAppealSummary } from '../../support/taro/healthSamples';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';

describe('my appeals', () => {
  test('each with its state, its reasons and when the answer is due', async () => {
    const server = await signedInApp();
    const late = sampleAppealSummary({ id: 'p2', isOverdue: true });
    const over = sampleAppealSummary({ id: 'p3', state: 'upheld', closedAt: noon });
    server.on('GET me/appeals', { body: { items: [sampleAppealSummary(), late, over], next: null } });
    render(<AppealsPage />);
    await screen.findByText('申诉成立');
    expect([...document.querySelectorAll('.appeal-line')].map((each) => each.textContent)).toEqual([
      '已提交，等待处理14 天内有购买退烧药品记录提交于 2026年11月21日 12:00预计 2026年11月22日 14:00 前答复',
      '已提交，等待处理14 天内有购买退烧药品记录提交于 2026年11月21日 12:00' +
        '应在 2026年11月22日 14:00 前答复，已超时，可拨打服务热线催办',
      '申诉成立14 天内有购买退烧药品记录提交于 2026年11月21日 12:00办结于 2026年11月21日 14:00',
    ]);
    fireEvent.click(screen.getByText('申诉成立'));
    expect(phone.moves).toEqual(['open /packages/health/appeal/index?id=p3']);
  });

  test('one that was upheld says until when', async () => {
    await open(sampleAppeal({ state: 'upheld', closedAt: noon, lift: { until: null } }));
    await screen.findByText('解除与所涉记录同时失效；之后新报送的记录照常计入。');
  });

  test('without any it says so, and a new one can be begun', async () => {
    const server = await signedInApp();
    server.on('GET me/appeals', { body: { items: [], next: null } });
    render(<AppealsPage />);
    await screen.findByText('还没有提交过申诉');
    fireEvent.click(screen.getByText('提交新的申诉'));
    expect(phone.moves).toEqual(['open /packages/health/appealForm/index']);
  });

  test('coming back from one shows how things stand now', async () => {
    const server = await signedInApp();
    server.on('GET me/appeals', { body: { items: [sampleAppealSummary()], next: null } });
    render(<AppealsPage />);
    await screen.findByText('已提交，等待处理');
    const withdrawn = sampleAppealSummary({ state: 'withdrawn', closedAt: noon });
    server.on('GET me/appeals', { body: { items: [withdrawn], next: null } });
    await phone.tell('didHide');
    await phone.tell('didShow');
    await screen.findByText('已撤回');
  });
});

async function open(appeal: Appeal): Promise<TestServer> {
  const server = await signedInApp();
  phone.params = { id: appeal.id };
  server.on(`GET me/appeals/${appeal.id}`, { body: appeal });
  render(<AppealPage />);
  await screen.findByText('处理进展');

  return server;
}

describe('an appeal', () => {
  test('tells what has happened, the latest first, and the deadline', async () => {
    await open(appealToComplete);
    expect([...document.querySelectorAll('.event')].map((each) => each.textContent)).toEqual([
      '工作人员请您补充材料2026年11月21日 13:00请上传购药小票。',
      '您提交了申诉2026年11月21日 12:00药是替家人购买的。',
    ]);
    screen.getByText('请在 2026年11月22日 14:00 前补充');
    screen.getByText('工作人员的要求：请上传购药小票。');
    screen.getByText('2026年11月12日 · 退烧药品购买记录');
  });

  test('its pictures are fetched as the person and shown in full by a tap', async () => {
    await open(sampleAppeal());
    const picture = await screen.findByRole('img', { name: '图片 1' });
    expect(phone.downloads).toEqual([
      {
        url: 'http://api.example/api/v1/me/evidence/e1',
        header: { authorization: 'Bearer access-1' },
      },
    ]);
    fireEvent.click(picture);
    expect(phone.previews).toEqual(['tmp://1']);
  });

  test('more is added when it was asked for', async () => {
    const server = await open(appealToComplete);
    server.on('POST me/appeals/p1/additions', { body: sampleAppeal() });
    fireEvent.change(screen.getByLabelText('补充材料'), { target: { value: '小票如图。' } });
    fireEvent.click(screen.getByText('提交补充材料'));
    await screen.findByText('已提交，等待处理');
    expect(server.bodies).toContainEqual({ text: '小票如图。', pictures: [] });
    expect(phone.toasts).toEqual(['已提交补充材料']);
    expect(screen.queryByLabelText('补充材料')).toBeNull();
  });

  test('what was typed survives a failure and leaving the page', async () => {
    const server = await open(appealToComplete);
    server.on('POST me/appeals/p1/additions', refusal('unavailable'));
    fireEvent.change(screen.getByLabelText('补充材料'), { target: { value: '小票如图。' } });
    fireEvent.click(screen.getByText('提交补充材料'));
    await screen.findByText('服务繁忙，请稍后再试。您填写的文字已保存。');
    expect(phone.storage.get('anxing.appealDrafts')).toContain('小票如图。');
  });

  test('what comes to mind later can be added while nobody has answered', async () => {
    await open(sampleAppeal());
    expect(screen.queryByLabelText('补充材料')).toBeNull();
    fireEvent.click(screen.getByText('补充说明或图片'));
    screen.getByLabelText('补充材料');
  });

  test('it is withdrawn after a question', async () => {
    const server = await open(sampleAppeal());
    phone.confirms = false;
    fireEvent.click(screen.getByText('撤回申诉'));
    await waitFor(() => expect(server.count('POST me/appeals/p1/withdraw')).toBe(0));

    phone.confirms = true;
    server.on('POST me/appeals/p1/withdraw', {
      body: sampleAppeal({ state: 'withdrawn', closedAt: noon }),
    });
    fireEvent.click(screen.getByText('撤回申诉'));
    await screen.findByText('办结于 2026年11月21日 14:00');
    expect(screen.queryByText('撤回申诉')).toBeNull();
  });

  test('a withdrawal that comes too late is told', async () => {
    const server = await open(sampleAppeal());
    server.on('POST me/appeals/p1/withdraw', refusal('appeal_over'));
    fireEvent.click(screen.getByText('撤回申诉'));
    await waitFor(() => expect(phone.toasts).toEqual(['该申诉已结束']));
  });

  test('one that does not exist says so', async () => {
    await signedInApp();
    phone.params = { id: 'other' };
    render(<AppealPage />);
    await screen.findByText('没有找到该记录');
  });
});
