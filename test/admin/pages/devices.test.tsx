import { choose, openAdmin, press, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

async function openDevices() {
  const api = openAdmin('/devices', { as: 'owner' });
  await screen.findByText('东门闸机');

  return api;
}

async function answer(name: string): Promise<void> {
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name }));
}

describe('a device', () => {
  it('shows where it is, its clock and what it was refused', async () => {
    await openDevices();
    expect(screen.getByText('慢 42 秒')).toBeTruthy();
    expect(screen.getByText('待补传 3 条')).toBeTruthy();
    press('被拒绝的请求 东门闸机');
    expect(await screen.findByText('签名时间与服务器相差过大，请校准时钟')).toBeTruthy();
    expect(screen.getByText('signature_skewed')).toBeTruthy();
  });

  it('is added with a code that is shown once', async () => {
    const api = await openDevices();
    const point = api.house.points.find(({ active }) => active);
    press('添加设备');
    await screen.findByRole('form', { name: '添加设备' });
    type('名称', '西门闸机');
    type('序列号', 'SN-0002');
    await choose('服务点', point?.name ?? '');
    press('添加并生成备案码');

    expect(await screen.findByText('ABCD-EFGH-JKMN-PQRS')).toBeTruthy();
    expect(screen.getByText('备案码只显示这一次')).toBeTruthy();
    press('我已记下，关闭');
    await waitFor(() => expect(screen.queryByText('ABCD-EFGH-JKMN-PQRS')).toBeNull());
    expect(await screen.findByText('西门闸机')).toBeTruthy();
  });

  it('is disabled after a question, and renamed', async () => {
    const api = await openDevices();
    press('停用 东门闸机');
    await answer('停用');
    expect(await screen.findByText('设备已停用')).toBeTruthy();
    expect(api.house.devices[0]).toMatchObject({ state: 'disabled' });

    press('修改 东门闸机');
    await screen.findByRole('form', { name: '修改设备：东门闸机' });
    type('名称', '东门 1 号');
    press('保存修改');
    expect(await screen.findByText('东门 1 号')).toBeTruthy();
  });

  it('gets a new code, which voids its key', async () => {
    await openDevices();
    press('重新备案 东门闸机');
    expect(await screen.findByText(/原来的密钥立即失效/)).toBeTruthy();
    await answer('生成备案码');
    expect(await screen.findByText('WXYZ-2345-6789-ABCD')).toBeTruthy();
  });
});

describe('a model', () => {
  it('is registered with its contact', async () => {
    const api = await openDevices();
    press('登记型号');
    await screen.findByRole('form', { name: '登记设备型号' });
    type('厂商', '新厂商');
    type('型号', 'T-9');
    type('联系人', '黄工');
    type('联系电话', '13800005678');
    press('登记');
    expect(await screen.findByText('新厂商 T-9（闸机）')).toBeTruthy();
    expect(api.house.models[0]).toMatchObject({ contact: { name: '黄工', phone: '13800005678' } });
  });

  it('is tried at an address that is told', async () => {
    await openDevices();
    const card = await screen.findByRole('region', { name: '示例设备公司 AX-GATE-2（自备终端）' });
    fireEvent.click(within(card).getByRole('button', { name: '开始联调测试' }));
    await answer('开始测试');
    expect(await within(card).findByText(/device\/conformance/)).toBeTruthy();
    expect(within(card).getByText('等待设备连接')).toBeTruthy();
  });

  it('is agreed on in full, not by accident', async () => {
    const api = await openDevices();
    const card = await screen.findByRole('region', { name: '示例设备公司 AX-GATE-2（自备终端）' });
    fireEvent.click(within(card).getByRole('button', { name: '确认安全协议' }));
    press('同意并提交审批');
    expect(await screen.findByText('请先阅读并勾选')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox'));
    press('同意并提交审批');
    expect(await screen.findByText('已提交平台审批')).toBeTruthy();
    expect(api.house.models[1]).toMatchObject({ state: 'waiting' });
  });

  it('says why it was refused', async () => {
    await openDevices();
    expect(await screen.findByText('未通过：联系人电话无人接听')).toBeTruthy();
  });
});

describe('the operator', () => {
  it('approves a model that waits', async () => {
    const api = openAdmin('/device-models?state=waiting', { as: 'units' });
    await screen.findByText('示例设备公司 AX-GATE-3（闸机）');
    expect(screen.queryByText('示例设备公司 AX-GATE-1（闸机）')).toBeNull();
    press('通过 AX-GATE-3');
    await answer('通过');
    expect(await screen.findByText('已通过', { selector: '.ant-message *' })).toBeTruthy();
    expect(api.house.models[2]).toMatchObject({ state: 'approved' });
  });

  it('sends one back with a reason', async () => {
    const api = openAdmin('/device-models', { as: 'units' });
    await screen.findByText('示例设备公司 AX-GATE-3（闸机）');
    press('退回 AX-GATE-3');
    type('原因', '请补充固件说明');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: /退\s?回/ }));
    expect(await screen.findByText('已退回')).toBeTruthy();
    expect(api.house.models[2]).toMatchObject({ state: 'refused', decision: { reason: '请补充固件说明' } });
  });

  it('is the only one', async () => {
    openAdmin('/device-models', { as: 'owner' });
    expect(await screen.findByText(/没有权限/)).toBeTruthy();
  });
});
