import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';
import { handedOver } from '../support/handedOver';

const hall = `/points/${fakeId(1, 1)}`;

function buttons(): string[] {
  return screen.getAllByRole('button').map((button) => button.textContent ?? '');
}

describe('what somebody may do', () => {
  it('shows the owner every button', async () => {
    openAdmin(hall, { as: 'owner' });
    await screen.findByRole('button', { name: '打印' });

    expect(buttons()).toEqual(expect.arrayContaining(['停用', '作废并重新生成', '作废', '下载 PDF']));
    expect(screen.getByText('编辑')).toBeTruthy();
  });

  it('shows a viewer none of them, and no poster to print', async () => {
    openAdmin(hall, { as: 'viewer' });
    await screen.findByText('示例路 1 号');

    expect(buttons()).not.toEqual(expect.arrayContaining(['停用']));
    expect(screen.queryByText('编辑')).toBeNull();
    expect(screen.queryByText('打印')).toBeNull();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      '下级服务点',
      '今日人流',
    ]);
  });

  it('leaves out of the menu what is not for him', async () => {
    openAdmin('/', { as: 'guard' });
    const menu = await screen.findByRole('navigation', { name: '主菜单' });

    expect(
      within(menu)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['概览', '服务点', '人流预警', '扫码查验']);
  });

  it('refuses a page that somebody typed into the address', async () => {
    const api = openAdmin('/points/new', { as: 'viewer' });

    expect(await screen.findByRole('heading', { name: '没有权限' })).toBeTruthy();
    expect(api.countOf('GET unit/points')).toBe(0);
  });
});

describe('the list of points', () => {
  it('is filtered by the address', async () => {
    openAdmin('/points?active=false', { as: 'owner' });
    const table = await screen.findByRole('table');
    await screen.findByText('旧办事大厅');

    expect(rowsOf(table)).toHaveLength(1);
  });

  it('is a tree as well', async () => {
    openAdmin('/points', { as: 'owner' });
    await screen.findByText('便民服务点 1');
    fireEvent.click(screen.getByText('层级'));

    await waitFor(() => expect(place()).toBe('/points?view=tree'));
    await waitFor(() => {
      const gate = screen.getByText('东门').closest('tr');
      expect(gate?.className).toContain('ant-table-row-level-2');
    });
  });
});

describe('a new point', () => {
  async function fill(): Promise<void> {
    await screen.findByRole('form', { name: '创建服务点' });
    type('名称', '南门');
    type('地址', '示例路 1 号南侧');
    await choose('场所类别', '学校');
    await choose('行政区划', '北京市');
  }

  it('is created and shown, with its poster still to be made', async () => {
    openAdmin('/points/new', { as: 'owner' });
    await fill();
    press('创建服务点');

    expect(await screen.findByRole('heading', { name: /南门/ })).toBeTruthy();
    expect(await screen.findByRole('button', { name: '生成张贴码' })).toBeTruthy();
  });

  it('gets the API’s faults beside their fields, and keeps what was typed', async () => {
    const api = openAdmin('/points/new', { as: 'owner' });
    const fields = [fieldError('name', 'glyphs'), fieldError('division', 'division')];
    api.refuseNext('POST unit/points', 'invalid_input', { fields });
    await fill();
    press('创建服务点');

    expect(await screen.findByText('含有海报字体无法打印的字符')).toBeTruthy();
    expect(screen.getByText('不认识的行政区划代码')).toBeTruthy();
    expect(screen.getByLabelText('名称')).toHaveProperty('value', '南门');
    expect(screen.getByLabelText('名称').getAttribute('aria-invalid')).toBe('true');
  });

  it('is checked while it is typed: the warning line lies below the capacity', async () => {
    openAdmin('/points/new', { as: 'owner' });
    await screen.findByRole('form', { name: '创建服务点' });
    type(/人流上限/, '100');
    type(/预警线/, '120');
    expect(await screen.findByText('预警线不能高于人流上限')).toBeTruthy();
    type(/人流上限/, '200');

    await waitFor(() => expect(screen.queryByText('预警线不能高于人流上限')).toBeNull());
  });

  it('is not lost by a stray click', async () => {
    openAdmin('/points/new', { as: 'owner' });
    await screen.findByRole('form', { name: '创建服务点' });
    type('名称', '南门');
    fireEvent.click(screen.getByRole('link', { name: /出入记录/ }));
    await screen.findByText('放弃未保存的修改？');
    press('继续编辑');
    expect(place()).toBe('/points/new');
    fireEvent.click(screen.getByRole('link', { name: /出入记录/ }));
    press('放弃修改');

    await waitFor(() => expect(place()).toBe('/passages'));
  });
});

describe('the poster of a point', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is counted as printed before it is handed over', async () => {
    const files = handedOver();
    const api = openAdmin(hall, { as: 'owner' });
    await screen.findByText('第 1 张');
    expect(screen.getAllByText('1 次（A4 1 次）')).toHaveLength(2);
    api.refuseNext(`POST unit${hall}/prints`, 'unavailable');
    press('下载 PDF');
    await screen.findByText('服务繁忙，请稍后再试');
    expect(files).toEqual([]);

    press('下载 PDF');
    await waitFor(() => expect(screen.getAllByText('2 次（A4 2 次）')).toHaveLength(2));
    expect(files).toEqual(['张贴码-政务服务中心-A4.pdf']);
  });

  it('is shown, printed and counted on the paper that is chosen', async () => {
    const files = handedOver();
    const api = openAdmin(hall, { as: 'owner' });
    await screen.findByText('第 1 张');
    fireEvent.click(screen.getByText('桌卡'));
    await screen.findByAltText(/桌卡，编号/);
    press('下载图片');

    expect(await screen.findAllByText('2 次（A4 1 次，桌卡 1 次）')).toHaveLength(2);
    expect(files).toEqual(['张贴码-政务服务中心-桌卡.png']);
    expect(api.house.points[0]?.poster?.printedBySize.card).toBe(1);
  });

  it('that nobody scanned for days after it was printed is pointed out', async () => {
    const api = new FakeApi();
    const poster = api.house.points[0]?.poster;
    Object.assign(poster ?? {}, { firstPrintedAt: api.house.now - 4 * 86_400_000 });
    openAdmin('/points?poster=unscanned', { as: 'owner', api });

    expect(await screen.findByText(/打印，至今无人扫码/)).toBeTruthy();
    expect(rowsOf(await screen.findByRole('table'))).toHaveLength(1);
    fireEvent.click(screen.getByText('政务服务中心'));
    expect(await screen.findByText('打印已有数日，还没有人扫过这张码')).toBeTruthy();
  });

  it('is no print when it cannot be drawn', async () => {
    const files = handedOver();
    const api = openAdmin(hall, { as: 'owner' });
    await screen.findByText('第 1 张');
    api.refuseNext(`GET unit${hall}/poster.png`, 'unavailable');
    press('下载图片');
    await screen.findByText('服务繁忙，请稍后再试');
    expect(api.countOf(`POST unit${hall}/prints`)).toBe(0);
    expect(files).toEqual([]);
  });

  it('is replaced after a warning that the printed one stops working', async () => {
    const api = openAdmin(hall, { as: 'owner' });
    await screen.findByText('第 1 张');
    press('作废并重新生成');
    expect(await screen.findByText(/已经打印、张贴的张贴码会立即失效/)).toBeTruthy();
    expect(api.countOf(`POST unit${hall}/posters`)).toBe(0);
    const dialog = screen.getByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '作废并重新生成' }));

    expect(await screen.findByText('第 2 张')).toBeTruthy();
    expect(screen.getByText(/^第 1 张 · /)).toBeTruthy();
  });

  it('is shown as a picture, which can run nothing', async () => {
    openAdmin(hall, { as: 'owner' });
    const picture = await screen.findByAltText(/“政务服务中心”的张贴码/);

    expect(picture.getAttribute('src')).toMatch(/^data:image\/svg\+xml/);
  });
});
