import { openAdmin, press, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { fakeId } from '../support/fake/fakeIds';
import { fakeProofCode } from '../support/fake/sessionRoutes';

const change = fakeId(20, 1);
const approve = `POST operator/changes/${change}/approve`;

/** Somebody approves in a session that is not proven: the dialog that asks for it. */
async function approveUnproven() {
  const api = openAdmin(`/changes/${change}`, { as: 'approver' });
  api.refuseNext(approve, 'proof_required');
  await screen.findByText('提出人');
  press('批准');
  const question = await screen.findByRole('dialog');
  fireEvent.click(within(question).getByRole('button', { name: '批准' }));
  await screen.findByRole('form', { name: '短信验证' });

  return api;
}

describe('a session that is not proven', () => {
  it('is proven by a code, and what was asked for goes on by itself', async () => {
    const api = await approveUnproven();
    press('发送验证码');
    await screen.findByText(/^已发送至 1\d\d\*{4}\d{4}$/);
    expect(screen.getByRole('button', { name: /秒后可重发$/ })).toHaveProperty('disabled', true);
    type('短信验证码', fakeProofCode);
    press('确定');

    expect(await screen.findByText('已批准', { selector: '.ant-tag' })).toBeTruthy();
    expect(api.countOf(approve)).toBe(2);
    expect(api.countOf('POST sessions/current/proof')).toBe(1);
    expect(screen.queryByRole('form', { name: '短信验证' })).toBeNull();
  });

  it('stays so with a wrong code, and nothing is done', async () => {
    const api = await approveUnproven();
    type('短信验证码', '12');
    press('确定');
    expect(await screen.findByText('请输入 6 位数字验证码')).toBeTruthy();
    type('短信验证码', '000000');
    press('确定');

    expect(await screen.findByText('验证码不正确或已过期')).toBeTruthy();
    expect(api.countOf(approve)).toBe(1);
  });

  it('is told to whoever gives up', async () => {
    const api = await approveUnproven();
    const form = screen.getByRole('form', { name: '短信验证' });
    const dialog = form.closest<HTMLElement>('.ant-modal') ?? document.body;
    fireEvent.click(within(dialog).getByRole('button', { name: '取消' }));

    expect(await screen.findByText('请先用短信验证码确认是您本人')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('form', { name: '短信验证' })).toBeNull());
    expect(api.countOf(approve)).toBe(1);
  });
});
