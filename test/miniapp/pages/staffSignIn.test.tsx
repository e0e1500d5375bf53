import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { leaveStaff } from '../../../miniapp/src/features/staff/leave';
import { isSignedIn } from '../../../miniapp/src/lib/session';
import { desk } from '../../../miniapp/src/lib/staff/desk';
import { staffSession } from '../../../miniapp/src/lib/staff/session';
import MePage from '../../../miniapp/src/pages/me/index';
import SignInPage from '../../../miniapp/src/pages/signIn/index';
import StaffHomePage from '../../../miniapp/src/packages/staff/home/index';
import StaffPasswordPage from '../../../miniapp/src/packages/staff/password/index';
import StaffPostPage from '../../../miniapp/src/packages/staff/post/index';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { refusal } from '../../support/taro/server';
import { freshStaffApp, onDutyApp, samplePoint, sampleUnit, staffAnswer } from '../../support/taro/staffApp';

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function tap(selector: string): void {
  fireEvent.click(document.querySelector(selector) as Element);
}

describe('法人用户 on the sign-in page', () => {
  test('signs in with phone and password, beside the resident', async () => {
    const server = await signedInApp();
    server.on('POST sessions', { body: staffAnswer });
    staffSession.forget();
    phone.params = { as: 'staff' };
    render(<SignInPage />);
    type('手机号码', '13800000012');
    type('密码', 'TestOnly-7421');
    tap('.staff-sign-in');
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/home/index']));
    expect(server.bodies).toContainEqual({
      grant: 'password',
      phone: '13800000012',
      password: 'TestOnly-7421',
    });
    expect(staffSession.isSignedIn() && isSignedIn()).toBe(true);
    expect(phone.storage.get('anxing.session')).not.toBe(phone.storage.get('anxing.staffSession'));
  });

  test('the tab is one of two; a slip is told before anything is sent', () => {
    const server = freshStaffApp();
    phone.params = {};
    render(<SignInPage />);
    fireEvent.click(screen.getByRole('button', { name: '法人用户' }));
    type('手机号码', '1380000');
    tap('.staff-sign-in');
    expect(screen.getByRole('alert').textContent).toBe('请输入 11 位手机号码');
    expect(server.calls).toEqual([]);
  });

  test('a browser offers none', async () => {
    await signedInApp({}, 'h5');
    render(<SignInPage />);
    expect(screen.queryByText('法人用户')).toBeNull();
  });

  test('a wrong password is told', async () => {
    freshStaffApp().on('POST sessions', refusal('sign_in_failed'));
    phone.params = { as: 'staff' };
    render(<SignInPage />);
    type('手机号码', '13800000012');
    type('密码', 'wrong');
    tap('.staff-sign-in');
    await screen.findByText('账号或验证信息不正确');
  });

  test('signing the staff out leaves the resident, and the other way round', async () => {
    const server = await signedInApp();
    server.on('POST sessions', { body: staffAnswer });
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    await leaveStaff();
    expect([isSignedIn(), staffSession.isSignedIn()]).toEqual([true, false]);
    expect(server.calls).toContain('DELETE sessions/current');
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    server.on('DELETE sessions/current', { status: 204, body: '' });
    render(<MePage />);
    fireEvent.click(screen.getByText('退出登录'));
    await waitFor(() => expect(isSignedIn()).toBe(false));
    expect(staffSession.isSignedIn()).toBe(true);
  });

  test('我的 leads to the work, or to signing in for it', async () => {
    await onDutyApp();
    const page = render(<MePage />);
    tap('.to-staff');
    staffSession.forget();
    tap('.to-staff');
    expect(phone.moves).toEqual(['start /packages/staff/home/index', 'open /pages/signIn/index?as=staff']);
    page.unmount();
  });
});

describe('the first password', () => {
  async function open() {
    const server = freshStaffApp()
      .on('GET unit', { body: sampleUnit({ mustChangePassword: true }) })
      .on('PUT sessions/password', { status: 204, body: '' });
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    render(<StaffPasswordPage />);
    await screen.findByText('请设置新密码');

    return server;
  }

  test('home leads to it', async () => {
    freshStaffApp().on('GET unit', { body: sampleUnit({ mustChangePassword: true }) });
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    render(<StaffHomePage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/password/index']));
  });

  test('is held against the rules, and typed twice', async () => {
    const server = await open();
    type('初始密码', 'initial-1');
    type('新密码', 'short1');
    tap('.save-password');
    expect(screen.getByRole('alert').textContent).toBe('新密码还不符合下面的要求');
    type('新密码', 'TestOnly-7421');
    type('再次输入新密码', 'TestOnly-7422');
    tap('.save-password');
    expect(screen.getByRole('alert').textContent).toBe('两次输入的新密码不一致');
    type('再次输入新密码', 'TestOnly-7421');
    tap('.save-password');
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/home/index']));
    expect(server.bodies).toContainEqual({
      currentPassword: 'initial-1',
      newPassword: 'TestOnly-7421',
    });
  });
});

describe('扫码点信息', () => {
  async function open(platform: 'weapp' | 'alipay' = 'weapp') {
    const server = freshStaffApp(platform).on('POST unit/duties', { status: 201, body: {} });
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    render(<StaffPostPage />);
    fireEvent.click(await screen.findByText('东门'));

    return server;
  }

  test('point, community and place go on duty, and are kept', async () => {
    const server = await open();
    type('社区名称', '湖滨社区');
    type('具体位置', '2 号岗亭');
    tap('.go-on-duty');
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/home/index']));
    expect(server.bodies).toContainEqual({ pointId: samplePoint.id, place: '湖滨社区，2 号岗亭' });
    expect(desk.get()).toMatchObject({ place: '2 号岗亭', isOnDuty: true, point: samplePoint });
  });

  test.each([
    ['weapp', { latitude: 26.08, longitude: 119.3, accuracy: 30 }],
    ['alipay', { latitude: '26.08', longitude: '119.3', accuracy: '30.2' }],
  ] as const)('the place is found by the phone (%s), on a tap only', async (platform, location) => {
    await open(platform);
    phone.location = location;
    tap('.locate');
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('具体位置').value).toBe('北纬 26.0800°，东经 119.3000°'),
    );
  });

  test('who does not allow it types the place', async () => {
    await open();
    tap('.locate');
    await screen.findByText('没有定位权限。可在手机设置中允许使用位置，也可直接填写具体位置。');
  });

  test('a point has to be chosen', async () => {
    const server = await open();
    fireEvent.click(screen.getByText('更换'));
    tap('.go-on-duty');
    await screen.findByText('请选择监测点');
    expect(server.count('POST unit/duties')).toBe(0);
  });

  test.each([
    ['duty_colour', '上岗须本人为绿码'],
    ['duty_unverified', '用这个账号的手机号登录，完成实名认证'],
  ] as const)('%s: what to do is told, with the way there', async (code, advice) => {
    const server = await open();
    server.on('POST unit/duties', refusal(code));
    tap('.go-on-duty');
    await waitFor(() =>
      expect(document.querySelector('.duty-problem__advice')?.textContent).toContain(advice),
    );
    tap('.duty-problem .to-resident');
    expect(phone.moves).toEqual(['tab /pages/code/index']);
  });
});

describe('who may not work here', () => {
  test('has no ability to check people', async () => {
    freshStaffApp().on('GET unit', { body: sampleUnit({}, false) });
    await staffSession.signIn({ grant: 'password', phone: '13800000012', password: 'x' });
    render(<StaffHomePage />);
    await screen.findByText('该账号没有扫码查验的权限');
  });

  test('was disabled, or stayed away too long', async () => {
    const server = await onDutyApp();
    server.on('GET unit', refusal('session_expired')).on('POST sessions/refresh', refusal('session_expired'));
    render(<StaffHomePage />);
    await screen.findByText('工作人员登录已结束');
    tap('.to-staff-sign-in');
    expect(phone.moves).toEqual(['start /pages/signIn/index?as=staff']);
  });

  test('signed on elsewhere and has to confirm where', async () => {
    const server = await onDutyApp();
    server.on('GET unit/duties/current', { body: { duty: null, endedBy: null } });
    render(<StaffHomePage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/post/index']));
    expect(desk.get()).toMatchObject({ isOnDuty: false, over: 'duty_required' });
  });

  test('whose own code turned is told so where he would sign on', async () => {
    const server = await onDutyApp();
    server.on('GET unit/duties/current', { body: { duty: null, endedBy: 'colour' } });
    render(<StaffHomePage />);
    await waitFor(() => expect(phone.moves).toEqual(['start /packages/staff/post/index']));
    render(<StaffPostPage />);
    await screen.findByText(/您的健康码已不是绿码，已自动下岗/);
  });
});
