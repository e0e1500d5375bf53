import { openAdmin, press, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

async function openStaff() {
  const api = openAdmin('/staff', { as: 'owner' });
  await screen.findByText('周敏');

  return api;
}

describe('a new sub-account', () => {
  it('has a password that is shown once, and gone when the slip is closed', async () => {
    await openStaff();
    press('新增子账号');
    await screen.findByRole('form', { name: '新增子账号' });
    type('姓名', '赵新');
    type('手机号', '13800001099');
    press('创建账号');

    expect(await screen.findByText('kite7-moss4-lamp9')).toBeTruthy();
    expect(screen.getByText('初始密码只显示这一次')).toBeTruthy();
    expect(screen.getByText('登录手机号').closest('dl')?.textContent).toContain('13800001099');
    press('我已记下，关闭');
    await waitFor(() => expect(screen.queryByText('kite7-moss4-lamp9')).toBeNull());
    expect(await screen.findByText('赵新')).toBeTruthy();
  });

  it('stays in the form when the phone is taken', async () => {
    await openStaff();
    press('新增子账号');
    await screen.findByRole('form', { name: '新增子账号' });
    type('姓名', '赵新');
    type('手机号', '13800001002');
    press('创建账号');

    expect(await screen.findByText('该手机号已被使用')).toBeTruthy();
    expect(screen.getByLabelText('姓名')).toHaveProperty('value', '赵新');
  });
});

describe('a sub-account', () => {
  it('is disabled after a question', async () => {
    const api = await openStaff();
    press('停用 王建国');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '停用' }));

    expect(await screen.findByText('账号已停用')).toBeTruthy();
    expect(api.house.staff.find(({ name }) => name === '王建国')).toMatchObject({ active: false });
  });

  it('of one’s own cannot be disabled here', async () => {
    await openStaff();

    expect(screen.getByText('本人')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '停用 陈志远' })).toBeNull();
  });

  it('gets another first password', async () => {
    await openStaff();
    press('重置密码 周敏');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '重置密码' }));

    expect(await screen.findByText('reed2-wolf8-pine5')).toBeTruthy();
  });
});
