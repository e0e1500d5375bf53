import { choose, openAdmin, place, rowsOf } from '../support/openAdmin';

import { fireEvent, screen, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

function rows(): HTMLElement[] {
  return rowsOf(screen.getByRole('table'));
}

describe('a passage of a gate', () => {
  const gate = { kind: 'scan', staff: null, staffId: null, device: '东门 1 号闸机' } as const;
  const more = {
    object: 'pass',
    late: true,
    reason: '就医',
    override: '持有转运证明',
    note: '已电话联系社区',
  } as const;

  async function openFirst() {
    const api = new FakeApi();
    Object.assign(api.house.passages[0] ?? {}, gate, more);
    openAdmin('/passages', { as: 'owner', api });
    await screen.findByText('共 47 条记录');
    const [row = document.body] = rows();

    return row;
  }

  it('is found among those of gates alone, and not among those of staff', async () => {
    await openFirst();
    await choose('方式', '闸机/终端核验');
    await screen.findByText('共 1 条记录');
    expect(place()).toBe('/passages?kind=device');
    expect(rows().map((row) => row.textContent?.includes('东门 1 号闸机'))).toEqual([true]);
    await choose('方式', '工作人员查验');
    await screen.findByText('共 12 条记录');
    expect(place()).toBe('/passages?kind=staff');
    expect(screen.queryByText(/东门 1 号闸机/)).toBeNull();
  });

  it('is told as one of the gate, by its name', async () => {
    const row = await openFirst();
    expect(row.textContent).toContain('闸机/终端核验东门 1 号闸机');
    expect(row.textContent).not.toContain('工作人员查验');
  });

  it('shows by what, why, what was noted, and that it came late', async () => {
    fireEvent.click(within(await openFirst()).getByRole('button', { name: /详情/ }));
    const drawer = await screen.findByRole('dialog');

    for (const text of [
      '闸机/终端核验',
      '东门 1 号闸机',
      '离线通行码',
      '就医',
      '持有转运证明',
      '已电话联系社区',
    ]) {
      expect(await within(drawer).findByText(text)).toBeTruthy();
    }
    expect(within(drawer).getByText('断网补传')).toBeTruthy();
    expect(within(drawer).queryByText('查验人员')).toBeNull();
  });
});
