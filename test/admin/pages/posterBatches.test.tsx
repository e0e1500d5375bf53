import { openAdmin, press, rowsOf } from '../support/openAdmin';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';
import { handedOver } from '../support/handedOver';

afterEach(() => jest.restoreAllMocks());

const box = (name: string) => screen.getByRole('checkbox', { name: `选择 ${name}` });

const pageBox = () => screen.getByRole('checkbox', { name: '选择本页全部' });

async function openPoints(api = new FakeApi(), path = '/points'): Promise<FakeApi> {
  openAdmin(path, { as: 'owner', api });
  await screen.findByText('便民服务点 1');

  return api;
}

async function startBatch(): Promise<void> {
  press('打印张贴码');
  await screen.findByRole('dialog');
  press('开始生成');
}

describe('choosing points', () => {
  it('is for who may print', async () => {
    openAdmin('/points', { as: 'viewer' });
    await screen.findByText('便民服务点 1');

    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText('导入')).toBeNull();
  });

  it('one by one, a whole page, all that match, and none', async () => {
    await openPoints();
    fireEvent.click(box('东门'));
    expect(await screen.findByText('已选择 1 个服务点')).toBeTruthy();
    fireEvent.click(pageBox());
    expect(screen.getByText('已选择 20 个服务点')).toBeTruthy();
    fireEvent.click(box('东门'));
    expect(screen.getByText('已选择 19 个服务点')).toBeTruthy();

    fireEvent.click(await screen.findByRole('button', { name: '选择全部 27 个' }));
    expect(screen.getByText('已选择全部 27 个服务点')).toBeTruthy();
    expect(
      rowsOf(screen.getByRole('table')).every((row) => within(row).getByRole('checkbox').matches(':checked')),
    ).toBe(true);
    press('取消选择');
    expect(screen.queryByText(/^已选择/)).toBeNull();
  });

  it('goes on over pages, and starts anew when the list is another one', async () => {
    await openPoints();
    fireEvent.click(box('东门'));
    press(/下一页/);
    await screen.findByText('便民服务点 20');
    fireEvent.click(box('便民服务点 20'));
    expect(screen.getByText('已选择 2 个服务点')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('名称或地址'), { target: { value: '便民' } });
    press('搜索');

    await waitFor(() => expect(screen.queryByText(/^已选择/)).toBeNull());
  });
});

describe('a batch', () => {
  it('is drawn while one looks, and counted when it is downloaded', async () => {
    const files = handedOver();
    const api = await openPoints();
    fireEvent.click(box('政务服务中心'));
    fireEvent.click(box('东门'));
    await startBatch();

    expect(await screen.findByText('张贴码 2 张（A4）')).toBeTruthy();
    expect(api.house.batches).toEqual([
      { size: 'a4', issueMissing: false, points: [fakeId(1, 1), fakeId(1, 4)] },
    ]);
    expect(screen.queryByText(/^已选择/)).toBeNull();
    await screen.findByRole('progressbar');
    const download = await screen.findByRole('button', { name: '下载 张贴码 2 张（A4）' });
    const { id = '' } = api.house.jobs[0] ?? {};
    api.refuseNext(`POST unit/jobs/${id}/prints`, 'unavailable');
    fireEvent.click(download);
    await screen.findByText('服务繁忙，请稍后再试');
    expect(files).toEqual([]);

    fireEvent.click(download);
    await waitFor(() => expect(files).toEqual(['张贴码.pdf']));
    expect(api.countOf(`POST unit/jobs/${id}/prints`)).toBe(2);
  });

  it('is of all that match, on the paper that is chosen, and issues what is missing', async () => {
    const api = await openPoints();
    fireEvent.click(pageBox());
    fireEvent.click(await screen.findByRole('button', { name: '选择全部 27 个' }));
    press('打印张贴码');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByText('桌卡'));
    expect(within(dialog).getByText('其中 2 个没有有效的张贴码，一并生成')).toBeTruthy();
    press('开始生成');

    expect(await screen.findByText('张贴码 26 张（桌卡）')).toBeTruthy();
    expect(api.house.batches).toMatchObject([{ size: 'card', issueMissing: true }]);
    expect(await screen.findByText('没有有效的张贴码：“旧办事大厅”。')).toBeTruthy();
  });

  it('names what is left out when nothing is issued', async () => {
    const api = await openPoints();
    fireEvent.click(box('东门'));
    fireEvent.click(box('二层窗口区'));
    press('打印张贴码');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByText('其中 1 个没有有效的张贴码，一并生成'));
    press('开始生成');

    expect(await screen.findAllByText('1 个服务点未包含在内')).not.toEqual([]);
    expect(screen.getByText('没有有效的张贴码：“二层窗口区”。')).toBeTruthy();
    expect(api.house.batches).toMatchObject([{ issueMissing: false }]);
  });

  it('can be cancelled', async () => {
    const api = new FakeApi();
    api.house.areJobsMoving = false;
    await openPoints(api);
    fireEvent.click(box('东门'));
    await startBatch();
    fireEvent.click(await screen.findByRole('button', { name: '取消 张贴码 1 张（A4）' }));

    expect(await screen.findByText('已取消')).toBeTruthy();
    expect(api.house.jobs).toMatchObject([{ state: 'cancelled' }]);
  });

  it('with posters that were revoked since says so when it is taken', async () => {
    handedOver();
    const api = new FakeApi();
    api.house.revoked = [{ id: fakeId(1, 4), name: '东门', serial: 1 }];
    await openPoints(api);
    fireEvent.click(box('东门'));
    await startBatch();
    fireEvent.click(await screen.findByRole('button', { name: '打印 张贴码 1 张（A4）' }));

    expect(await screen.findAllByText('其中 1 张已作废，请勿张贴')).not.toEqual([]);
    expect(screen.getByText(/换过张贴码：“东门”/)).toBeTruthy();
  });

  it('that the API refuses says why, and the choice stays', async () => {
    const api = await openPoints();
    api.refuseNext('POST unit/posters.pdf', 'too_many_jobs');
    fireEvent.click(box('东门'));
    await startBatch();

    expect(await screen.findByText('等待处理的任务过多，请待其完成后再试')).toBeTruthy();
    expect(screen.getByText('已选择 1 个服务点')).toBeTruthy();
  });
});
