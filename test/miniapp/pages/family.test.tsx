import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';

import type { FamilyMember } from '@anxing/contract/family';

import { setElderMode } from '../../../miniapp/src/lib/preferences';
import FamilyPage from '../../../miniapp/src/packages/health/family/index';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { refusal, type TestServer } from '../../support/taro/server';

const card = { id: 'card-1', issuedAt: Date.UTC(2026, 10, 20, 1), printedBy: null };

const mother: FamilyMember = {
  id: 'm1',
  relation: 'parent',
  name: '**兰',
  idNumber: '11*****02X',
  since: Date.UTC(2026, 10, 19, 1),
  card: null,
};

/** Of the worked example in GB 11643: born in 1949. */
const idNumber = '11010519491231002X';

async function openPage(first: FamilyMember[]): Promise<TestServer> {
  let items = first;
  const server = await signedInApp();
  server
    .on('GET me/family', () => ({ body: { items } }))
    .on('POST me/family', () => {
      items = [...items, mother];

      return { status: 201, body: mother };
    })
    .on('DELETE me/family/m1', () => {
      items = [];

      return { status: 204 };
    })
    .on('POST me/family/m1/card', () => {
      items = [{ ...mother, card }];

      return { status: 201, body: card };
    })
    .on('DELETE me/family/m1/card', () => {
      items = [mother];

      return { status: 204 };
    });
  render(<FamilyPage />);
  await screen.findByText('为家人申领');

  return server;
}

function type(placeholder: string, value: string): void {
  fireEvent.change(screen.getByPlaceholderText(placeholder), { target: { value } });
}

function fillIn(): void {
  fireEvent.click(screen.getByText('添加家人'));
  fireEvent.click(screen.getByText('父母'));
  type('与证件一致', ' 林小兰 ');
  type('18 位身份证号码', idNumber.toLowerCase());
  fireEvent.click(screen.getByText(/^我承诺以上信息真实/));
}

const send = () => fireEvent.click(screen.getByText('核对并添加'));

describe('adding', () => {
  test('from nobody to the first: checked, sent once, shown', async () => {
    const server = await openPage([]);
    expect(screen.getByText('还没有添加家人')).toBeTruthy();
    fillIn();
    send();
    await screen.findByText('父母 **兰');
    expect(server.bodies).toContainEqual({
      relation: 'parent',
      idType: 'resident',
      name: '林小兰',
      idNumber,
      pledged: true,
    });
    expect(server.count('POST me/family')).toBe(1);
    expect(screen.queryByText('核对并添加')).toBeNull();
    expect(phone.toasts.join()).toContain('已添加');
  });

  test('what is missing is told at each field, and nothing is sent', async () => {
    const server = await openPage([]);
    fireEvent.click(screen.getByText('添加家人'));
    send();
    for (const text of ['请选择与您的关系', '请输入姓名', '身份证号码应为 18 位', '请先阅读并勾选承诺']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(server.count('POST me/family')).toBe(0);
  });

  test('an age that does not fit is told before anything is sent', async () => {
    const server = await openPage([]);
    fillIn();
    fireEvent.click(screen.getByText('子女'));
    send();
    expect(screen.getByText('子女不得超过 16 周岁')).toBeTruthy();
    expect(server.count('POST me/family')).toBe(0);
  });

  test.each([
    ['family_taken', '该证件已由本人或其他家人申领'],
    ['family_full', '该关系的家人已达上限'],
    ['identity_mismatch', '姓名与证件号码核对不一致'],
  ] as const)('%s is said, and what was typed stays', async (code, text) => {
    const server = await openPage([]);
    server.on('POST me/family', refusal(code));
    fillIn();
    send();
    expect((await screen.findByText(text)).getAttribute('role')).toBe('alert');
    expect(screen.getByDisplayValue(idNumber.toLowerCase())).toBeTruthy();
  });

  test('the relation that is chosen is heard', async () => {
    await openPage([]);
    fillIn();
    expect(screen.getByRole('button', { name: '已勾选 父母' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '配偶' })).toBeTruthy();
  });

  test('can be given up', async () => {
    await openPage([]);
    fillIn();
    fireEvent.click(screen.getByText('取消'));
    expect(screen.getByText('添加家人')).toBeTruthy();
    expect(screen.queryByText('核对并添加')).toBeNull();
  });
});

describe('a member', () => {
  test('is told of without a colour, and where the relative learns why', async () => {
    await openPage([mother]);
    const hint = screen.getByText(/^为保护家人隐私，颜色不在这里显示/);
    expect(hint.textContent).toContain('家人本人带证件到社区服务网点');
    expect(document.body.textContent).not.toMatch(/绿码|橙码|灰码/);
  });

  test('gets a card with one tap; the buttons say whose', async () => {
    const server = await openPage([mother]);
    expect(screen.getByText('还没有纸质卡')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '**兰 生成纸质卡' }));
    await screen.findByText('2026年11月20日 09:00');
    expect(server.count('POST me/family/m1/card')).toBe(1);
    expect(screen.getByRole('button', { name: '**兰 打开卡片（可打印）' })).toBeTruthy();
  });

  test('the file is the member’s', async () => {
    await openPage([{ ...mother, card }]);
    fireEvent.click(screen.getByText('打开卡片（可打印）'));
    await waitFor(() => expect(phone.downloads).toHaveLength(1));
    expect(phone.downloads[0]?.url).toBe('http://api.example/api/v1/me/family/m1/card.pdf');
  });

  test('a lost card is void after a question', async () => {
    const server = await openPage([{ ...mother, card }]);
    phone.confirms = false;
    fireEvent.click(screen.getByText('卡片丢了，立即作废'));
    await act(() => Promise.resolve());
    expect(server.count('DELETE me/family/m1/card')).toBe(0);
    phone.confirms = true;
    fireEvent.click(screen.getByText('卡片丢了，立即作废'));
    await screen.findByText('还没有纸质卡');
  });

  test('is removed after a question', async () => {
    const server = await openPage([mother]);
    phone.confirms = false;
    fireEvent.click(screen.getByRole('button', { name: '**兰 移除家人' }));
    await act(() => Promise.resolve());
    expect(server.count('DELETE me/family/m1')).toBe(0);
    phone.confirms = true;
    fireEvent.click(screen.getByText('移除家人'));
    await screen.findByText('还没有添加家人');
  });

  test('what went wrong is said, and the member stays', async () => {
    const server = await openPage([mother]);
    server.on('DELETE me/family/m1', refusal('too_many_requests'));
    fireEvent.click(screen.getByText('移除家人'));
    await waitFor(() => expect(phone.toasts.join()).toContain('操作过于频繁'));
    expect(screen.getByText('父母 **兰')).toBeTruthy();
  });
});

test('who has no code is told what comes first', async () => {
  const server = await signedInApp();
  server.on('GET me/family', refusal('code_required'));
  render(<FamilyPage />);
  await screen.findByText('请先申领健康码');
  expect(screen.getByText('去完成')).toBeTruthy();
});

test('长辈模式 is the page’s too', async () => {
  await openPage([mother]);
  act(() => setElderMode(true));
  expect(document.querySelector('.family-page')?.className).toContain('elder');
});
