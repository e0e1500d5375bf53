import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { checkPerson } from '../../../miniapp/src/features/staff/check';
import { online } from '../../../miniapp/src/lib/network';
import { desk } from '../../../miniapp/src/lib/staff/desk';
import StaffHomePage from '../../../miniapp/src/packages/staff/home/index';
import StaffTodayPage from '../../../miniapp/src/packages/staff/today/index';
import { phone } from '../../support/taro/phone';
import { refusal } from '../../support/taro/server';
import { codeShown, onDutyApp, orange, sampleScan } from '../../support/taro/staffApp';
import { tap } from '../../support/taro/staffScreen';

describe('出入扫码服务', () => {
  test('shows where one stands, what was scanned today and what waits', async () => {
    const server = await onDutyApp();
    server.isReachable = false;
    await checkPerson(codeShown());
    server.isReachable = true;
    server.on('POST scans/late', refusal('unavailable'));
    render(<StaffHomePage />);
    expect(document.querySelector('.standing')?.textContent).toContain('东门湖滨社区 · 岗亭');
    expect(document.querySelector('.today-count')?.textContent).toBe('1');
    expect(document.querySelector('.waiting-count')?.textContent).toBe('1');
    online.set(false);
    await screen.findByText('没有网络 · 离线核验');
  });

  test('a scan opens the result; direction goes with it', async () => {
    const server = await onDutyApp();
    server.on('POST scans', { body: sampleScan() });
    render(<StaffHomePage />);
    fireEvent.click(screen.getByRole('button', { name: '离开' }));
    phone.scanned = codeShown();
    tap('.start-scan');
    await waitFor(() => expect(phone.moves).toEqual(['open /packages/staff/check/index']));
    await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ direction: 'out' })));
  });

  test('the check digit is told with the last digit', async () => {
    await onDutyApp();
    render(<StaffHomePage />);
    const input = screen.getByLabelText('12 位数字');
    fireEvent.change(input, { target: { value: '4829 1607' } });
    screen.getByText('还差 4 位');
    fireEvent.change(input, { target: { value: '4829 1607 3350' } });
    screen.getByText('数字有误，请核对（末位校验不符）');
    tap('.query-number');
    expect(phone.moves).toEqual([]);
  });

  test('an identity card is read, confirmed, and checked with its reason', async () => {
    const server = await onDutyApp();
    server.on('POST scans', { body: sampleScan({ object: 'idCard' }) });
    server.on('POST scans/id-card', {
      body: { number: '35*****034', birthYear: 1980, needsReason: true, object: 'AXI:t', expiresAt: 0 },
    });
    render(<StaffHomePage />);
    phone.album = ['tmp://card'];
    phone.files.set('tmp://card', '/9j/4AAQSkZJRgAB');
    tap('.start-id-card');
    await screen.findByText('1980 年');
    tap('.confirm-card');
    await screen.findByText('请选择原因');
    fireEvent.click(screen.getByText('没有手机'));
    tap('.confirm-card');
    await waitFor(() =>
      expect(server.bodies).toContainEqual(
        expect.objectContaining({ object: 'AXI:t', idCardReason: 'noPhone' }),
      ),
    );
  });

  test('who is off duty reads no card, and is led back to sign on', async () => {
    const server = await onDutyApp();
    server.on('POST scans/id-card', refusal('duty_ended'));
    render(<StaffHomePage />);
    await waitFor(() => expect(server.count('GET unit/duties/current')).toBe(1));
    phone.album = ['tmp://card'];
    phone.files.set('tmp://card', '/9j/4AAQSkZJRgAB');
    tap('.start-id-card');
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/post/index']));
    expect(desk.get()).toMatchObject({ isOnDuty: false, over: 'duty_ended' });
  });

  test('today’s scans stand newest first, masked', async () => {
    const server = await onDutyApp();
    server.on('POST scans', ({ body }) => ({ body: sampleScan({ id: (body as { id: string }).id }) }));
    await checkPerson(codeShown());
    server.isReachable = false;
    await checkPerson(codeShown(orange));
    render(<StaffTodayPage />);
    const [first, second] = [...document.querySelectorAll('.today-scan')];
    expect(first?.textContent).toContain('（离线核验）禁止通行');
    expect(first?.textContent).toContain('待上传');
    expect(second?.textContent).toContain('*文放行');
  });
});
