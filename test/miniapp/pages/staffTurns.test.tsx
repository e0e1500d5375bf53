import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';

import { leaveStaff } from '../../../miniapp/src/features/staff/leave';
import StaffFeedbackPage from '../../../miniapp/src/packages/staff/feedback/index';
import StaffTodayPage from '../../../miniapp/src/packages/staff/today/index';
import { phone, type WireRequest } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';
import { codeShown, orange, sampleScan } from '../../support/taro/staffApp';
import { openResult, scanNext, tap, verdict } from '../../support/taro/staffScreen';

/** Keeps the answer to the next request of this path back. @returns lets it go, and waits until the screen has had it */
function holdBack(path: string): () => Promise<void> {
  const reach = phone.network;
  const held = new Promise<() => void>((isHeld) => {
    phone.network = (request: WireRequest) => {
      if (!request.url.endsWith(path)) {
        return reach(request);
      }
      phone.network = reach;

      return new Promise((answer) => isHeld(() => answer(reach(request))));
    };
  });

  return async () => {
    const letGo = await held;
    letGo();
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  };
}

/** The first who is checked is stopped, whoever comes later may pass. */
function answerByCode(server: TestServer, stopped: string): void {
  server.on('POST scans', ({ body }) => {
    const { id, object } = body as { id: string; object: string };

    return object === stopped
      ? { body: sampleScan({ id, decision: 'stop', colour: 'orange' }) }
      : { body: sampleScan({ id, person: { name: '*武', idNumber: '35*****042', district: null } }) };
  });
}

function scan(text: string): void {
  phone.scanned = text;
  tap('.next-person');
}

async function isChecking(): Promise<void> {
  await waitFor(() => expect(document.querySelector('.checking')).not.toBeNull());
}

function todayShown(): string[] {
  render(<StaffTodayPage />);

  return [...document.querySelectorAll('.today-scan')].map((line) => line.textContent ?? '');
}

const sounds = '/packages/staff/sounds';

describe('the next person', () => {
  test('is checked while the answer about the one before is under way, and keeps the screen', async () => {
    const server = await openResult();
    const first = codeShown(orange);
    answerByCode(server, first);
    const answerFirst = holdBack('/scans');
    scan(first);
    await isChecking();
    await scanNext(codeShown());
    expect(verdict()).toBe('放行');
    const heard = [...phone.sounds];
    const felt = [...phone.vibrations];

    await answerFirst();
    expect(verdict()).toBe('放行');
    expect(document.querySelector('.door-person')?.textContent).toContain('*武');
    expect([phone.sounds, phone.vibrations]).toEqual([heard, felt]);
    expect(heard).toEqual([`${sounds}/allow.wav`]);
    expect(todayShown().map((line) => line.slice(0, 6))).toEqual(
      expect.arrayContaining(['*文禁止通行', expect.stringContaining('*武放行')]),
    );
  });

  test('waits on the screen until the own answer is there', async () => {
    const server = await openResult();
    const first = codeShown(orange);
    answerByCode(server, first);
    const answerFirst = holdBack('/scans');
    scan(first);
    await isChecking();
    const answerSecond = holdBack('/scans');
    scan(codeShown());
    await isChecking();
    await answerFirst();
    expect(verdict()).toBeUndefined();
    expect(phone.sounds).toEqual([]);
    await answerSecond();
    expect(verdict()).toBe('放行');
    expect(phone.sounds).toEqual([`${sounds}/allow.wav`]);
  });

  test('does not see that the one before was refused', async () => {
    const server = await openResult();
    const first = codeShown(orange);
    server.on('POST scans', ({ body }) =>
      (body as { object: string }).object === first
        ? refusal('code_expired')
        : { body: sampleScan({ id: (body as { id: string }).id }) },
    );
    const answerFirst = holdBack('/scans');
    scan(first);
    await isChecking();
    await scanNext(codeShown());
    await answerFirst();
    expect(verdict()).toBe('放行');
    expect(phone.sounds).toEqual([`${sounds}/allow.wav`]);
  });

  test('is the same one when the same code is scanned again meanwhile', async () => {
    const server = await openResult();
    const code = codeShown();
    const answer = holdBack('/scans');
    scan(code);
    await isChecking();
    scan(code);
    await answer();
    expect(verdict()).toBe('放行');
    expect(server.count('POST scans')).toBe(1);
    expect(phone.sounds).toEqual([`${sounds}/allow.wav`]);
  });
});

describe('feedback that is answered late', () => {
  async function feedbackUnderWay() {
    const server = await openResult();
    let count = 0;
    server.on('POST scans', () => {
      count += 1;

      return count === 1
        ? { body: sampleScan({ id: 'c1', decision: 'ask', wants: ['mask'] }) }
        : { body: sampleScan({ id: 'c2' }) };
    });
    server.on('POST scans/c1/feedback', {
      body: { id: 'c1', decision: 'stop', why: '未佩戴口罩', wants: [] },
    });
    await scanNext(codeShown());
    const answerFeedback = holdBack('/feedback');
    tap('.mask--false');
    tap('.reason--errand');
    tap('.submit-feedback');
    phone.sounds = [];

    return answerFeedback;
  }

  test('is not shown to the next person, and stands in today’s list', async () => {
    const answerFeedback = await feedbackUnderWay();
    await scanNext(codeShown());
    expect(verdict()).toBe('放行');
    phone.vibrations = [];
    await answerFeedback();
    expect(verdict()).toBe('放行');
    expect([phone.sounds, phone.vibrations]).toEqual([[`${sounds}/allow.wav`], []]);
    const lines = todayShown();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('禁止通行');
  });

  test('nor while the next person is still being checked', async () => {
    const answerFeedback = await feedbackUnderWay();
    const answerNext = holdBack('/scans');
    scan(codeShown());
    await isChecking();
    await answerFeedback();
    expect(verdict()).toBeUndefined();
    expect(phone.sounds).toEqual([]);
    await answerNext();
    expect(verdict()).toBe('放行');
  });

  test('does not lead away from the next person’s verdict', async () => {
    const server = await openResult();
    server.on('POST scans', { body: sampleScan({ id: 'c1' }) });
    server.on('POST scans/c1/feedback', { body: { id: 'c1', decision: 'allow', why: null, wants: [] } });
    await scanNext(codeShown());
    const { container, unmount } = render(<StaffFeedbackPage />);
    const answerFeedback = holdBack('/feedback');
    const page = within(container);
    fireEvent.click(page.getByText('购物办事'));
    fireEvent.click(page.getByText('提交'));
    unmount();
    await answerFeedback();
    expect(phone.moves).not.toContain('back');
    screen.getByText('修改反馈');
  });
});

test('who has signed out sees nobody any more', async () => {
  await openResult();
  const answer = holdBack('/scans');
  scan(codeShown());
  await isChecking();
  await act(leaveStaff);
  await answer();
  expect(verdict()).toBeUndefined();
  expect(phone.sounds).toEqual([]);
});
