import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

async function openList(path = '/passages') {
  const api = openAdmin(path, { as: 'owner' });
  await screen.findByText(/^共 \d+ 条记录$/);

  return api;
}

function rows(): HTMLElement[] {
  return rowsOf(screen.getByRole('table'));
}

describe('filters of the passages', () => {
  it('go into the address', async () => {
    await openList();
    await choose('方式', '工作人员或闸机查验');
    await screen.findByText('共 12 条记录');

    expect(place()).toBe('/passages?kind=scan');
    expect(rows().every((row) => row.textContent?.includes('工作人员查验'))).toBe(true);
  });

  it('come from the address', async () => {
    await openList('/passages?kind=visit&decision=stop&limit=50');

    expect(rows().length).toBeGreaterThan(0);
    expect(rows().every((row) => row.textContent?.includes('禁止通行'))).toBe(true);
    expect(rows().every((row) => row.textContent?.includes('扫张贴码登记'))).toBe(true);
  });

  it('are taken away by the button, and by the browser going back', async () => {
    await openList('/passages');
    await choose('处置', '禁止通行');
    await waitFor(() => expect(place()).toBe('/passages?decision=stop'));
    press('重置');
    await waitFor(() => expect(place()).toBe('/passages'));
    window.history.back();

    await waitFor(() => expect(place()).toBe('/passages?decision=stop'));
  });

  it('know today in the configured zone', async () => {
    await openList();
    press('今天');

    await waitFor(() => expect(place()).toMatch(/^\/passages\?from=(\d{4}-\d\d-\d\d)&to=\1$/));
  });

  it('keep a person’s name out of the address', async () => {
    const api = await openList();
    type(/^姓名/, '林建国');
    fireEvent.click(screen.getByRole('button', { name: '搜索' }));

    expect(await screen.findByText('没有符合条件的出入记录')).toBeTruthy();
    expect(place()).toBe('/passages');
    expect(window.history.state).toMatchObject({ usr: { discreet: { name: '林建国' } } });
    expect(api.countOf('GET unit/passages')).toBe(2);
  });
});

describe('more filters of the passages', () => {
  it.each([
    ['体温', '发热', 'temperature=fever', 1],
    ['人流统计', '重复，未计入', 'counted=false', 4],
    ['查验人员', '王建国', 'staffId=019a9000-0003-7000-8000-000000000004', 12],
  ])('%s: %s', async (label, option, address, count) => {
    await openList();
    await choose(label, option);

    expect(await screen.findByText(`共 ${count} 条记录`)).toBeTruthy();
    expect(place()).toBe(`/passages?${address}`);
  });

  it('take several points at once', async () => {
    await openList();
    await choose('服务点', '职工食堂');
    await waitFor(() => expect(place()).toBe('/passages?pointId=019a9000-0001-7000-8000-000000000005'));
    await choose('服务点', '便民服务点 1');

    await waitFor(() => expect(decodeURIComponent(place())).toMatch(/pointId=[\w-]{36},[\w-]{36}$/));
    expect(await screen.findByText('共 4 条记录')).toBeTruthy();
  });

  it('hold minutes of a day', async () => {
    await openList('/passages?from=2026-11-20T08:30&to=2026-11-20');

    expect(screen.getByLabelText('开始')).toHaveProperty('value', '2026-11-20');
    expect(screen.getByLabelText('开始时刻')).toHaveProperty('value', '08:30');
    expect(screen.getByLabelText('结束时刻')).toHaveProperty('value', '');
  });

  it('there is none by document number', async () => {
    await openList();

    expect(screen.queryByLabelText(/证件/)).toBeNull();
  });
});

describe('a file of the passages', () => {
  const trays = () => screen.queryByRole('region', { name: '导出文件' });

  async function take(format: RegExp) {
    press(/导出/);
    fireEvent.click(await screen.findByRole('menuitem', { name: format }));
  }

  it('is made in the background of what the filters leave, and fetched', async () => {
    const saved = jest.fn();
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved(this.download);
    });
    const api = await openList('/passages?kind=scan');
    expect(trays()).toBeNull();
    await take(/CSV/);

    expect(await screen.findByText('出入记录（CSV）')).toBeTruthy();
    expect(await screen.findByText('已处理 6 / 12')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '下载 出入记录（CSV）' }));
    await waitFor(() => expect(saved).toHaveBeenCalledWith('出入记录.csv'));
    press('移除 出入记录（CSV）');
    await waitFor(() => expect(trays()).toBeNull());
    expect(api.house.jobs).toEqual([]);
  });

  it('is there again after a reload, and can be cancelled', async () => {
    const api = await openList();
    api.house.areJobsMoving = false;
    await take(/Excel/);
    await screen.findByText('等待处理');
    await openAdmin('/passages', { api, as: 'owner' });
    fireEvent.click(await screen.findByRole('button', { name: '取消 出入记录（Excel）' }));

    expect(await screen.findByText('已取消')).toBeTruthy();
  });

  it('that cannot be made is told', async () => {
    const api = await openList();
    api.refuseNext('POST unit/passages/exports', 'invalid_input', {
      fields: [fieldError('format', 'tooManyRows')],
    });
    await take(/Excel/);

    expect(await screen.findByText('记录过多，请缩小范围或改用 CSV 格式')).toBeTruthy();
  });

  it('that failed says why', async () => {
    const api = await openList();
    api.house.areJobsMoving = false;
    await take(/CSV/);
    await screen.findByText('等待处理');
    Object.assign(api.house.jobs[0] ?? {}, { state: 'failed', error: 'internal' });

    expect(await screen.findByText('服务出现问题，请稍后再试')).toBeTruthy();
  });
});

describe('pages of the passages', () => {
  const firstCell = () => rows()[0]?.textContent;

  it('go forwards and back by key', async () => {
    await openList();
    const first = firstCell();
    press(/下一页/);
    await screen.findByText('第 2 页');
    await waitFor(() => expect(firstCell()).not.toBe(first));
    expect(place()).toBe('/passages?cursor=at-20');
    press(/下一页/);
    await screen.findByText('第 3 页');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /下一页/ })).toHaveProperty('disabled', true),
    );
    press(/上一页/);
    await screen.findByText('第 2 页');
    press(/上一页/);
    await screen.findByText('第 1 页');

    await waitFor(() => expect(firstCell()).toBe(first));
    expect(place()).toBe('/passages');
    expect(screen.getByRole('button', { name: /上一页/ })).toHaveProperty('disabled', true);
  });

  it('begin anew when a filter changes', async () => {
    await openList();
    press(/下一页/);
    await screen.findByText('第 2 页');
    await choose('方向', '离开');

    await waitFor(() => expect(place()).toBe('/passages?direction=out'));
    expect(await screen.findByText('第 1 页')).toBeTruthy();
  });

  it('keep the total that the first one told', async () => {
    await openList();
    press(/下一页/);
    await screen.findByText('第 2 页');

    expect(await screen.findByText('共 47 条记录')).toBeTruthy();
  });

  it('lead to the first one from a link into the middle', async () => {
    openAdmin('/passages?cursor=at-20', { as: 'owner' });
    expect(await screen.findByText('本页 20 条，后面还有')).toBeTruthy();
    press('回到第一页');

    await waitFor(() => expect(place()).toBe('/passages'));
    expect(await screen.findByText('第 1 页')).toBeTruthy();
  });
});

describe('one passage', () => {
  it('is fetched when somebody looks at it, once', async () => {
    const api = await openList();
    const { id } = api.house.passages[1] ?? { id: '' };
    fireEvent.click(within(rows()[1] ?? document.body).getByRole('button', { name: /详情/ }));
    const drawer = await screen.findByRole('dialog');

    expect(await within(drawer).findByText('王建国')).toBeTruthy();
    expect(within(drawer).getByText('36.5 ℃')).toBeTruthy();
    expect(within(drawer).getByText('王建国').getAttribute('href')).toBe(
      '/admin/staff/019a9000-0003-7000-8000-000000000004',
    );
    expect(within(drawer).getByText('绿码')).toBeTruthy();
    expect(api.countOf(`GET unit/passages/${id}`)).toBe(1);
  });
});

describe('when the list cannot be loaded', () => {
  it('says why and when to try again, and tries again', async () => {
    const api = new FakeApi();
    api.refuseNext('GET unit/passages', 'too_many_requests', { retryAfter: 30 });
    openAdmin('/passages', { as: 'owner', api });

    expect(await screen.findByText('操作过于频繁，请稍后再试')).toBeTruthy();
    expect(screen.getByText(/请约 30 秒后再试/)).toBeTruthy();
    press('重试');
    expect(await screen.findByText('共 47 条记录')).toBeTruthy();
  });
});
