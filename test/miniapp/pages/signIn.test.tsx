import { smsCodeRequest } from '@anxing/contract/sessions';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { isSignedIn } from '../../../miniapp/src/lib/session';
import SignInPage from '../../../miniapp/src/pages/signIn/index';
import { freshApp, signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { sampleMe } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

const session = {
  body: { accessToken: 'a', refreshToken: 'r', expiresIn: 600, mustChangePassword: false, kind: 'resident' },
};

function withAccount(server: TestServer): TestServer {
  return server.on('POST sessions', session).on('GET me', { body: sampleMe({ level: 1 }) });
}

function type(placeholder: string, value: string): void {
  fireEvent.change(screen.getByPlaceholderText(placeholder), { target: { value } });
}

describe('signing in', () => {
  test.each([
    ['weapp', '微信一键登录', 'wechat'],
    ['alipay', '支付宝授权登录', 'alipay'],
  ] as const)('on %s one tap gives the platform’s code', async (platform, button, grant) => {
    const server = withAccount(freshApp(platform));
    render(<SignInPage />);
    fireEvent.click(screen.getByText(button));
    await waitFor(() => expect(isSignedIn()).toBe(true));
    expect(server.bodies[0]).toEqual({ grant, code: 'login-code' });
  });

  test('in a browser by phone and SMS, and on to the next step', async () => {
    await signedInApp({}, 'h5');
    const server = withAccount(freshApp('h5')).on('POST sms-codes', {
      body: { expiresIn: 300, resendAfter: 60 },
    });
    phone.storage.set('anxing.consent', '"2026-11"');
    render(<SignInPage />);
    type('11 位手机号码', '13800000001');
    fireEvent.click(screen.getByText('获取验证码'));
    await screen.findByText('60 秒后重新获取');
    type('6 位数字', '123456');
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(phone.moves).toEqual(['start /pages/identity/index']));
    expect(server.bodies).toContainEqual({ grant: 'sms', phone: '13800000001', code: '123456' });
  });

  test('every code is asked for under the same random name of the device', async () => {
    const server = freshApp('h5').on('POST sms-codes', { body: { expiresIn: 300, resendAfter: 0 } });
    render(<SignInPage />);
    type('11 位手机号码', '13800000001');
    fireEvent.click(screen.getByText('获取验证码'));
    await waitFor(() => expect(server.bodies).toHaveLength(1));
    await screen.findByText('获取验证码');
    type('11 位手机号码', '13800000002');
    fireEvent.click(screen.getByText('获取验证码'));
    await waitFor(() => expect(server.bodies).toHaveLength(2));
    const [one, other] = server.bodies.map((body) => smsCodeRequest.parse(body));

    expect(one).toEqual({ phone: '13800000001', device: expect.any(String) });
    expect(other).toEqual({ phone: '13800000002', device: one?.device });
    expect(phone.storage.get('anxing.device')).toBe(JSON.stringify(one?.device));
  });

  test.each(['"1"', '{}', 'no JSON'])('a name that was spoiled (%s) is made anew', async (spoiled) => {
    const server = freshApp('h5').on('POST sms-codes', { body: { expiresIn: 300, resendAfter: 60 } });
    phone.storage.set('anxing.device', spoiled);
    render(<SignInPage />);
    type('11 位手机号码', '13800000001');
    fireEvent.click(screen.getByText('获取验证码'));
    await waitFor(() => expect(server.bodies).toHaveLength(1));

    expect(smsCodeRequest.parse(server.bodies[0]).device).toEqual(expect.any(String));
  });

  test('a wrong phone or code is told before anything is sent', async () => {
    const server = freshApp('h5');
    render(<SignInPage />);
    fireEvent.click(screen.getByText('获取验证码'));
    expect(screen.getByRole('alert').textContent).toBe('请输入 11 位手机号码');
    type('11 位手机号码', '13800000001');
    type('6 位数字', '12');
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByRole('alert').textContent).toBe('请输入 6 位数字验证码');
    expect(server.calls).toEqual([]);
  });

  test('a refusal of the server is told', async () => {
    freshApp('h5').on('POST sessions', refusal('sms_code_wrong'));
    render(<SignInPage />);
    type('11 位手机号码', '13800000001');
    type('6 位数字', '123456');
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await screen.findByText('验证码不正确或已过期');
    expect(isSignedIn()).toBe(false);
  });
});
