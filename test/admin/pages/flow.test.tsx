import { openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import type { Flow } from '@anxing/contract/flow';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeEventSource } from '../support/fakeEventSource';
import { fakeId } from '../support/fake/fakeIds';
import { flowItem } from '../support/sampleFlow';

const [hallId, floorId, canteenId] = [fakeId(1, 1), fakeId(1, 2), fakeId(1, 5)];
const hall = flowItem(hallId, { name: '政务服务中心', inside: 160, in: 420, out: 260, capacity: 800 });
const floor = flowItem(floorId, {
  name: '一层大厅',
  parentId: hallId,
  inside: 119,
  capacity: 300,
  warningLine: 120,
});
const canteen = flowItem(canteenId, { name: '职工食堂', inside: 30, capacity: 40, warningLine: 30 });
const warning = {
  id: fakeId(7, 2),
  pointId: canteenId,
  level: 'line' as const,
  threshold: 30,
  raisedAt: Date.now(),
  acknowledgedAt: null,
};
const snapshot: Flow = { items: [hall, floor, canteen], warnings: [warning], at: Date.now() };

beforeEach(() => {
  FakeEventSource.install();
  localStorage.clear();
});

function say(event: string, data: unknown): void {
  act(() => FakeEventSource.last.say(event, data));
}

async function openBoard(role: 'owner' | 'viewer' | 'guard' = 'owner', path = '/flow') {
  const api = openAdmin(path, { as: role });
  await screen.findByRole('heading', { name: '人流预警' });
  await waitFor(() => expect(FakeEventSource.opened.length).toBeGreaterThan(0));
  say('snapshot', snapshot);

  return api;
}

async function names(): Promise<string[]> {
  const table = await screen.findByRole('table');

  return rowsOf(table).map((row) => row.querySelector('a')?.textContent ?? '');
}

describe('the board', () => {
  it('shows the fullest first, in words, and follows what changes', async () => {
    await openBoard();
    expect(await names()).toEqual(['职工食堂', '一层大厅', '政务服务中心']);
    expect(screen.getByRole('status', { name: '更新方式：实时' })).toBeTruthy();
    expect(rowsOf(screen.getByRole('table')).map((row) => row.textContent)).toEqual([
      expect.stringContaining('预警30'),
      expect.stringContaining('接近119'),
      expect.stringContaining('正常160'),
    ]);

    say('change', { items: [{ ...floor, inside: 300, state: 'full' }], gone: [canteenId], at: Date.now() });
    expect(await names()).toEqual(['一层大厅', '政务服务中心']);
    expect(rowsOf(screen.getByRole('table'))[0]?.textContent).toContain('满员300');
  });

  it('is filtered and sorted by the address', async () => {
    await openBoard('owner', '/flow?order=tree&q=%E5%A4%A7%E5%8E%85');
    expect(await names()).toEqual(['一层大厅']);
  });

  it('says how the numbers come while there is no stream', async () => {
    await openBoard();
    act(() => FakeEventSource.last.onerror?.());
    expect(screen.getByRole('status', { name: '更新方式：重连中' })).toBeTruthy();
    expect(await names()).toHaveLength(3);
  });

  it('has large numbers for a wall', async () => {
    await openBoard();
    press('大屏');
    expect(place()).toBe('/flow?view=wall');
    const tiles = await screen.findByRole('list', { name: '各服务点人流' });
    expect(within(tiles).getAllByRole('listitem')[0]?.textContent).toContain('职工食堂30预警');
    expect(screen.getByText('190').closest('p')?.textContent).toBe('当前在场 190 人');
    press('退出大屏');
    await screen.findByRole('heading', { name: '人流预警' });
  });

  it('keeps the sound off in this browser', async () => {
    await openBoard();
    press('声音已开启');
    expect(screen.getByRole('button', { name: '声音已关闭' })).toBeTruthy();
    await openBoard();
    expect(screen.getByRole('button', { name: '声音已关闭' })).toBeTruthy();
  });
});

describe('what somebody may do', () => {
  it('gives a viewer nothing to press', async () => {
    await openBoard('viewer');
    await names();
    expect(screen.queryByRole('button', { name: /清场|配置预警|^确认/ })).toBeNull();
  });

  it('lets a guard clear and see to warnings, but not change the line', async () => {
    await openBoard('guard');
    await names();
    expect(screen.getByRole('button', { name: '清场 职工食堂' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '确认 职工食堂' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /配置预警/ })).toBeNull();
  });
});

describe('a warning', () => {
  it('is read out, and seen to with a note', async () => {
    const api = await openBoard();
    await names();
    expect(screen.getByRole('alert').textContent).toBe('职工食堂达到预警线');
    press('确认 职工食堂');
    type('处理说明（选填）', '已增派人员');
    press('确认');
    await waitFor(() => expect(api.house.warnings[0]).toMatchObject({ note: '已增派人员' }));
    expect(await screen.findByText('已确认预警')).toBeTruthy();
  });

  it('is set up with who is told; a line above the capacity is named', async () => {
    const api = await openBoard();
    await names();
    press('配置预警 职工食堂');
    await screen.findByRole('form', { name: '配置预警：职工食堂' });
    type('预警线（选填）', '50');
    expect(await screen.findByText('预警线不能高于人流上限')).toBeTruthy();
    type('预警线（选填）', '20');
    fireEvent.click(screen.getByLabelText('不发送站内消息'));
    press('保存');
    await screen.findByText('预警配置已保存');
    expect(api.house.points.find(({ id }) => id === canteenId)).toMatchObject({
      capacity: 40,
      warningLine: 20,
    });
    expect(api.house.notices.get(canteenId)).toEqual([]);
  });
});

describe('clearing', () => {
  it('asks with the number of people, and says how many left', async () => {
    const api = await openBoard();
    await names();
    press('清场 政务服务中心');
    expect(await screen.findAllByText('清场：“政务服务中心”当前在场 160 人')).not.toEqual([]);
    press('清场（160 人）');
    expect(await screen.findByText('清场完成，160 人记为已离开')).toBeTruthy();
    expect(api.countOf(`POST unit/points/${hallId}/everyone-out`)).toBe(1);
  });
});

describe('the warnings that were', () => {
  it('with duration, peak and who saw to them', async () => {
    openAdmin('/flow/warnings', { as: 'owner' });
    const table = await screen.findByRole('table');
    await screen.findByText('林晓雯', { exact: false });
    expect(rowsOf(table).map((row) => row.textContent)).toEqual([
      expect.stringContaining('满员达到人流上限（800 人）812持续中确认'),
      expect.stringContaining('预警达到预警线（600 人）6552 小时 5 分林晓雯'),
    ]);
  });
});

describe('the inbox', () => {
  it('counts what is unread, and marks one or all', async () => {
    const api = openAdmin('/', { as: 'owner' });
    fireEvent.click(await screen.findByRole('button', { name: '站内消息，1 条未读' }));
    expect(await screen.findByText(/已达到预警线 600 人/)).toBeTruthy();
    press(/^标为已读/);
    expect(await screen.findByRole('button', { name: '站内消息' })).toBeTruthy();
    expect(api.house.messages.every(({ read }) => read)).toBe(true);
  });
});
