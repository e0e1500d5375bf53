import { openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeProofCode } from '../support/fake/sessionRoutes';
import { handedOver } from '../support/handedOver';

afterEach(() => jest.restoreAllMocks());

/** A file with a name, sent. */
async function sendFile(): Promise<void> {
  await screen.findByRole('table', { name: '批次' });
  fireEvent.change(screen.getByTestId('batch-file'), {
    target: { files: [new File(['证件号码\n'], '结果.csv', { type: 'text/csv' })] },
  });
  type('批次名称', '上午场');
  press('上传并检查');
}

describe('test results of an institution', () => {
  it('have a template, are uploaded, and wait for a second person', async () => {
    const files = handedOver();
    const api = openAdmin('/test-results', { as: 'clerk' });
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '批次' }))).toHaveLength(3));
    expect(screen.queryByText('变色')).toBeNull();
    press('下载模板');
    await waitFor(() => expect(files).toEqual(['检测结果模板.csv']));
    fireEvent.change(screen.getByTestId('batch-file'), {
      target: { files: [new File(['证件号码\n'], '结果.csv', { type: 'text/csv' })] },
    });
    type('批次名称', '上午场');
    press('上传并检查');

    expect(await screen.findByText('尚未生效：等待第二人审批')).toBeTruthy();
    expect(rowsOf(screen.getByRole('table', { name: '有误的行' }))).toHaveLength(3);
    expect(api.countOf('POST unit/test-results/uploads')).toBe(1);
    expect(screen.queryByRole('link', { name: /查看审批|查看该批次/ })).toBeNull();
    press('导出错误行');
    expect(files.at(-1)).toBe('错误行-上午场.csv');
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '批次' }))).toHaveLength(4));
  });

  it('tell what was wrong in a file that was refused', async () => {
    const files = handedOver();
    const api = new FakeApi();
    const batch = api.house.risk.batches.find(({ source, wrong }) => source === 'tests' && wrong > 0);
    Object.assign(batch ?? {}, { state: 'refused', fault: 'tooManyWrong' });
    openAdmin('/test-results?state=refused', { as: 'clerk', api });
    fireEvent.click(await screen.findByRole('button', { name: `查看有误的行 ${batch?.batchId}` }));
    const drawer = await screen.findByRole('dialog');
    const table = await within(drawer).findByRole('table', { name: '有误的行' });
    await waitFor(() => expect(rowsOf(table)).toHaveLength(3));
    expect(within(drawer).getByText('整批未接收，没有任何改变')).toBeTruthy();
    expect(place()).toBe('/test-results?state=refused');
    press('导出错误行');
    await waitFor(() => expect(files.at(-1)).toMatch(/^错误行-/));
    expect(api.calls.filter((call) => call.endsWith('/faults')).length).toBeGreaterThan(1);
  });

  it('say where the wrong rows of a refused file are', async () => {
    const api = openAdmin('/test-results', { as: 'clerk' });
    api.refuseNext('POST unit/test-results/uploads', 'batch_refused');
    await sendFile();

    const link = await screen.findByRole('link', { name: '未接收的批次' });
    expect(link.getAttribute('href')).toBe('/admin/test-results?state=refused');
  });

  it('wait for the code by SMS, and do not pretend to be checked meanwhile', async () => {
    const api = openAdmin('/test-results', { as: 'clerk' });
    api.refuseNext('POST unit/test-results/uploads', 'proof_required');
    await sendFile();
    await screen.findByRole('form', { name: '短信验证' });
    expect(await screen.findByText('请先完成短信验证，验证后自动上传')).toBeTruthy();
    expect(screen.queryByText('已上传，正在检查…')).toBeNull();
    press('发送验证码');
    await screen.findByText(/^已发送至/);
    type('短信验证码', fakeProofCode);
    press('确定');

    expect(await screen.findByText('尚未生效：等待第二人审批')).toBeTruthy();
    expect(api.countOf('POST unit/test-results/uploads')).toBe(2);
  });

  it('are uploaded by those only who may', async () => {
    openAdmin('/test-results', { as: 'owner' });

    expect(await screen.findByRole('heading', { name: '没有权限' })).toBeTruthy();
  });
});
