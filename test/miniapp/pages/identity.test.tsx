import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { Me } from '@anxing/contract/me';

import IdentityPage from '../../../miniapp/src/pages/identity/index';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { sampleMe } from '../../support/taro/samples';
import { refusal, type TestServer } from '../../support/taro/server';

const beginner: Partial<Me> = { level: 0, phone: null, name: null, idNumber: null, hasCode: false };

/** After the call, the server knows the person at this level. */
function raisesTo(server: TestServer, call: string, level: number): void {
  server.on(call, () => {
    server.on('GET me', { body: sampleMe({ ...beginner, level, name: level > 1 ? '*文' : null }) });

    return { status: 204, body: '' };
  });
}

function type(placeholder: string, value: string): void {
  fireEvent.change(screen.getByPlaceholderText(placeholder), { target: { value } });
}

describe('verifying the identity', () => {
  test('goes from the phone to the document to the face and on to the claim', async () => {
    const server = await signedInApp(beginner);
    raisesTo(server, 'PUT me/phone', 1);
    raisesTo(server, 'PUT me/identity', 3);
    raisesTo(server, 'PUT me/identity/face', 4);
    server.on('POST me/identity/face-tickets', { status: 201, body: { ticket: 't', url: null, demo: true } });
    render(<IdentityPage />);

    fireEvent.click(await screen.findByText('使用微信绑定的手机号'));
    await screen.findByText('填写身份信息');
    type('与证件一致', '林小文');
    type('请输入证件号码', '11010519491231002x');
    fireEvent.click(screen.getByText('核对身份'));
    fireEvent.click(await screen.findByText('开始人脸核验'));
    await screen.findByText('演示：模拟人脸识别');
    fireEvent.click(screen.getByText('通过'));
    await waitFor(() => expect(phone.moves).toEqual(['tab /pages/code/index']));
    expect(server.bodies.filter(Boolean)).toEqual([
      { grant: 'wechat', code: 'phone-code' },
      { idType: 'resident', name: '林小文', idNumber: '11010519491231002X' },
      {},
      { ticket: 't' },
    ]);
  });

  test.each([
    ['11010519491231002', '身份证号码应为 18 位'],
    ['990105194912310026', '身份证号码的地区不正确'],
    ['110105194902300020', '身份证号码中的出生日期不正确'],
    ['110105194912310021', '身份证号码校验不通过，请核对'],
  ])('%s is not sent: %s', async (idNumber, text) => {
    const server = await signedInApp({ ...beginner, level: 1 });
    render(<IdentityPage />);
    await screen.findByText('填写身份信息');
    type('请输入证件号码', idNumber);
    fireEvent.click(screen.getByText('核对身份'));
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText('请输入姓名')).toBeTruthy();
    expect(server.count('PUT me/identity')).toBe(0);
  });

  test('another kind of document has its own form', async () => {
    const server = await signedInApp({ ...beginner, level: 1 });
    raisesTo(server, 'PUT me/identity', 3);
    render(<IdentityPage />);
    fireEvent.click(await screen.findByText('居民身份证'));
    fireEvent.click(screen.getByText('护照'));
    type('与证件一致', 'Li Wen');
    type('请输入证件号码', 'e12345678');
    fireEvent.click(screen.getByText('核对身份'));
    await screen.findByText('开始人脸核验');
    expect(server.bodies).toContainEqual({ idType: 'passport', name: 'Li Wen', idNumber: 'E12345678' });
  });

  test('a mismatch and the fields that the server names are told', async () => {
    const server = await signedInApp({ ...beginner, level: 1 });
    server.on('PUT me/identity', refusal('identity_mismatch'));
    render(<IdentityPage />);
    await screen.findByText('填写身份信息');
    type('与证件一致', '林小文');
    type('请输入证件号码', '11010519491231002X');
    fireEvent.click(screen.getByText('核对身份'));
    await screen.findByText('姓名与证件号码核对不一致');
  });

  test('a face check that fails says where else to go', async () => {
    const server = await signedInApp({ ...beginner, level: 3, name: '*文' });
    server.on('POST me/identity/face-tickets', { status: 201, body: { ticket: 't', url: null, demo: true } });
    server.on('PUT me/identity/face', refusal('face_failed'));
    render(<IdentityPage />);
    fireEvent.click(await screen.findByText('开始人脸核验'));
    fireEvent.click(await screen.findByText('通过'));
    await screen.findByText('人脸核验未通过，可到服务网点办理');
    expect(document.querySelector('.footnote')?.textContent).toContain('社区服务网点');
  });

  test('a number that was silent for long is explained', async () => {
    await signedInApp({ proofAgain: true });
    render(<IdentityPage />);
    await screen.findByText(/手机号码长时间未使用/);
    expect(screen.getByText('填写身份信息')).toBeTruthy();
  });
});

describe('a face check of a real provider', () => {
  const url = 'https://face.example/start?id=1';

  async function startFace(platform: 'weapp' | 'alipay', ticketUrl: string | null): Promise<TestServer> {
    const server = await signedInApp({ ...beginner, level: 3, name: '*文' }, platform);
    server.on('POST me/identity/face-tickets', {
      status: 201,
      body: { ticket: 't', url: ticketUrl, demo: false },
    });
    raisesTo(server, 'PUT me/identity/face', 4);
    render(<IdentityPage />);
    fireEvent.click(await screen.findByText('开始人脸核验'));

    return server;
  }

  test('on Alipay opens the provider’s page, and asks for the result on the way back', async () => {
    const server = await startFace('alipay', url);
    const page = `open /packages/info/web/index?url=${encodeURIComponent(url)}`;
    await waitFor(() => expect(phone.moves).toEqual([page]));
    expect(server.count('PUT me/identity/face')).toBe(0);
    await phone.tell('didShow');
    await waitFor(() => expect(phone.moves).toEqual([page, 'tab /pages/code/index']));
    expect(server.bodies).toContainEqual({ ticket: 't' });
  });

  test('on a WeChat without the provider’s SDK is not passed', async () => {
    const server = await startFace('weapp', null);
    await screen.findByText('核验未完成，请重试');
    expect(server.count('PUT me/identity/face')).toBe(0);
  });

  test('a page that is not https is not opened', async () => {
    await startFace('alipay', 'javascript:alert(1)');
    await screen.findByText('核验未完成，请重试');
    expect(phone.moves).toEqual([]);
  });
});
