import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';

import { isUuid7 } from '@anxing/contract/uuid7';

import { desk } from '../../../miniapp/src/lib/staff/desk';
import { lateQueue } from '../../../miniapp/src/lib/staff/lateQueue';
import StaffFeedbackPage from '../../../miniapp/src/packages/staff/feedback/index';
import { phone } from '../../support/taro/phone';
import { refusal } from '../../support/taro/server';
import { codeShown, samplePoint, sampleScan } from '../../support/taro/staffApp';
import { openResult, scanNext, tap, verdict } from '../../support/taro/staffScreen';

const { now } = Date;

/** Moves the phone's clock. @param ms from the real time */
function laterBy(ms: number): void {
  jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}

afterEach(() => jest.restoreAllMocks());

describe('the result of a check', () => {
  test('says who, what and why, by word, shape, sound and vibration', async () => {
    const server = await openResult({
      decision: 'stop',
      why: '健康码为橙码，请配合工作人员',
      colour: 'orange',
      region: {
        division: '350502',
        name: '示例省邻市',
        level: 'high',
        levelName: '高风险',
        policy: '请居家观察并完成两次核酸检测。',
        date: '2026-11-12',
      },
    });
    await scanNext('AX1:x');
    expect(verdict()).toBe('禁止通行');
    expect(screen.getByRole('alert').getAttribute('aria-label')).toBe(
      '禁止通行，健康码为橙码，请配合工作人员，橙码',
    );
    expect(document.querySelector('.door-person')?.textContent).toBe(
      '姓名*文证件号35*****034常住地示例省示例市鼓楼区凭据健康码',
    );
    expect(document.querySelector('.region-hint')?.textContent).toContain(
      '示例省邻市（高风险），2026年11月12日',
    );
    expect(document.querySelector('.region-hint__policy')?.textContent).toBe(
      '请居家观察并完成两次核酸检测。',
    );
    expect(phone.sounds).toEqual(['/packages/staff/sounds/stop.wav']);
    expect(phone.vibrations[0]).toBe('long');
    expect(phone.scannerWishes).toMatchObject({ onlyFromCamera: true });
    const sent = server.bodies as ({ id: string; object?: string } | undefined)[];
    const body = sent.find((each) => each?.object);
    expect(body).toMatchObject({ object: 'AX1:x', pointId: samplePoint.id, direction: 'in' });
    expect(isUuid7(body?.id ?? '')).toBe(true);
  });

  test('a phone without sound does without', async () => {
    await openResult();
    phone.hasSound = false;
    await scanNext(codeShown());
    expect(verdict()).toBe('放行');
    expect([phone.sounds, phone.vibrations]).toEqual([[], ['short']]);
  });

  test('recent scans, and further back with 更多', async () => {
    const scan = { at: 1, place: '东门', own: true, direction: 'in', decision: 'allow' } as const;
    const recent = [{ ...scan, temperature: 36.5, reason: '上班' }];
    const server = await openResult({ recent, hasMore: true });
    server.on('POST scans', { body: sampleScan({ id: 'c1', recent, hasMore: true }) });
    server.on('GET scans/c1/recent', {
      body: {
        items: [...recent, { ...scan, at: 2, place: '示例市鼓楼区', temperature: null, reason: null }],
        next: null,
      },
    });
    await scanNext(codeShown());
    expect(document.querySelector('.recent-line')?.textContent).toContain('进入 · 放行 · 36.5 ℃ · 上班');
    tap('.more-recent');
    await screen.findByText('示例市鼓楼区');
    screen.getByText('没有更多了');
  });

  test('coming back from the scanner without a scan changes nothing', async () => {
    const server = await openResult();
    await scanNext(codeShown());
    phone.scanned = undefined;
    tap('.next-person');
    await waitFor(() => expect(verdict()).toBe('放行'));
    expect(server.count('POST scans')).toBe(1);
  });

  test('a refusal of the server is its sentence', async () => {
    const server = await openResult();
    server.on('POST scans', refusal('code_expired'));
    await scanNext(codeShown());
    expect(document.querySelector('.door-why')?.textContent).toBe('健康码已过期或是截图，请当场刷新后出示');
    expect(phone.sounds).toEqual(['/packages/staff/sounds/refused.wav']);
    expect(lateQueue.get().waiting).toEqual([]);
  });

  test.each([
    ['duty_required', '请先在本服务点上岗，再查验'],
    ['duty_ended', '您的健康码已不是绿码，已自动下岗，请换人查验'],
  ] as const)('who is not on duty is led back to sign on: %s', async (code, sentence) => {
    const server = await openResult();
    server.on('POST scans', refusal(code));
    await scanNext(codeShown());
    expect(document.querySelector('.door-why')?.textContent).toBe(sentence);
    expect(document.querySelector('.next-person')).toBeNull();
    expect(desk.get()).toMatchObject({ isOnDuty: false, over: code, point: samplePoint });
    expect(lateQueue.get().waiting).toEqual([]);
    tap('.to-staff-post');
    await waitFor(() => expect(phone.moves.at(-1)).toBe('start /packages/staff/post/index'));
  });

  test('who checks too fast is told for how long to wait, by what is left of it', async () => {
    const server = await openResult();
    server.on('POST scans', refusal('too_many_requests', { 'retry-after': '30' }));
    await scanNext(codeShown());
    const why = () => document.querySelector('.door-why')?.textContent;
    expect(why()).toBe('操作过于频繁，请稍后再试（约 30 秒后）');
    laterBy(20_000);
    await scanNext(codeShown());
    expect(why()).toMatch(/（约 (9|10) 秒后）$/);
    expect(server.count('POST scans')).toBe(1);
    laterBy(40_000);
    server.on('POST scans', { body: sampleScan() });
    await scanNext(codeShown());
    expect(verdict()).toBe('放行');
  });

  test('feedback that comes too fast is, too', async () => {
    const server = await openResult();
    server.on('POST scans', { body: sampleScan({ id: 'c429', decision: 'ask', wants: ['mask'] }) });
    server.on('POST scans/c429/feedback', refusal('too_many_requests', { 'retry-after': '600' }));
    await scanNext(codeShown());
    tap('.mask--true');
    tap('.reason--errand');
    tap('.submit-feedback');
    await screen.findByText('操作过于频繁，请稍后再试（约 10 分钟后）');
  });

  test('a session that ended says so instead', async () => {
    const server = await openResult();
    server
      .on('POST scans', refusal('session_expired'))
      .on('POST sessions/refresh', refusal('session_expired'));
    phone.scanned = codeShown();
    tap('.next-person');
    await screen.findByText('工作人员登录已结束');
  });
});

test.each([
  ['134567890123456789', '这是付款码，请出示健康码'],
  ['https://example.com/', '这是网址二维码，请出示健康码'],
  ['https://code.example/p/AQpoint0001serial01check0000001', '这是场所张贴码，请扫对方的健康码'],
  ['350102199001011234', '身份证号不能直接查验，请用“身份证识别”'],
  ['482916073350', '12 位数字有误，请核对后重新输入'],
])('%s is told without asking the server', async (text, sentence) => {
  const server = await openResult();
  await scanNext(text);
  expect(document.querySelector('.door-why')?.textContent).toBe(sentence);
  expect(server.count('POST scans')).toBe(0);
});

describe('what the place asks for', () => {
  test('is told right there, with big buttons', async () => {
    const server = await openResult({
      decision: 'ask',
      why: '请测量体温、查看口罩',
      wants: ['temperature', 'mask'],
    });
    server.on('POST scans', {
      body: sampleScan({ id: 'c1', decision: 'ask', wants: ['temperature', 'mask'] }),
    });
    server.on('POST scans/c1/feedback', { body: { id: 'c1', decision: 'allow', why: null, wants: [] } });
    await scanNext(codeShown());
    tap('.submit-feedback');
    await screen.findByText('请填写体温结果');
    screen.getByText('请选择通行原因');
    fireEvent.click(screen.getByRole('button', { name: '加 0.1 度' }));
    fireEvent.click(screen.getByRole('button', { name: '加 0.1 度' }));
    tap('.mask--true');
    tap('.reason--errand');
    tap('.submit-feedback');
    await waitFor(() => expect(verdict()).toBe('放行'));
    expect(server.bodies.at(-1)).toEqual({ reason: 'errand', temperature: 36.6, mask: true });
  });

  test('a decision is changed with one of the closed reasons only', async () => {
    const server = await openResult();
    server.on('POST scans', { body: sampleScan({ id: 'c1', decision: 'ask' }) });
    server.on('POST scans/c1/feedback', { body: { id: 'c1', decision: 'allow', why: null, wants: [] } });
    await scanNext(codeShown());
    render(<StaffFeedbackPage />);
    const page = within(document.querySelector('.staff-feedback-page') as HTMLElement);
    fireEvent.click(page.getByText('改变处理结果'));
    fireEvent.click(page.getByText('购物办事'));
    fireEvent.click(page.getByText('提交'));
    await page.findByText('请选择改变的理由');
    fireEvent.click(page.getByText('已当面核实'));
    fireEvent.click(page.getByText('提交'));
    await waitFor(() => expect(phone.moves).toContain('back'));
    expect(server.bodies).toContainEqual({
      reason: 'errand',
      override: { decision: 'allow', reason: 'checked' },
    });
  });

  test('a temperature that is none is refused', async () => {
    await openResult();
    await scanNext(codeShown());
    render(<StaffFeedbackPage />);
    const page = within(document.querySelector('.staff-feedback-page') as HTMLElement);
    fireEvent.change(page.getByLabelText('体温结果'), { target: { value: '365' } });
    fireEvent.click(page.getByText('提交'));
    await page.findByText('请输入 34.0–43.0 之间的体温');
  });
});
