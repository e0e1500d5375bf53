import { fireEvent, screen, waitFor } from '@testing-library/react';

import { strangeName } from '../support/fake/cardRoutes';
import { handedOver } from '../support/handedOver';
import { openAdmin, press, type } from '../support/openAdmin';

afterEach(() => jest.restoreAllMocks());

async function fill(name: string): Promise<void> {
  await screen.findByRole('form', { name: '打印纸质卡' });
  type('姓名', name);
  type('居民身份证号码', '350102199001011234');
}

function pledge(): void {
  screen.getAllByRole('checkbox').forEach((box) => fireEvent.click(box));
}

describe('a counter', () => {
  it('makes a card, whose file is printed or taken along, and goes on to the next person', async () => {
    const files = handedOver();
    const api = openAdmin('/cards', { as: 'clerk' });
    await fill('陈示例');
    pledge();
    press('制卡');
    expect(await screen.findByText('已为 *例（35*****234）制卡')).toBeTruthy();
    press('下载 PDF');
    await waitFor(() => expect(files).toEqual(['纸质健康码.pdf']));
    expect(api.countOf('POST unit/cards')).toBe(1);
    press('下一位');
    const name = await screen.findByLabelText<HTMLInputElement>('姓名');
    expect(name.value).toBe('');
  });

  it('makes none before the clerk has compared document and face, and asked', async () => {
    const api = openAdmin('/cards', { as: 'clerk' });
    await fill('陈示例');
    press('制卡');
    expect(await screen.findByText('请核对证件与本人')).toBeTruthy();
    expect(screen.getByText('请先告知并取得本人同意')).toBeTruthy();
    expect(api.countOf('POST unit/cards')).toBe(0);
  });

  it('says what is wrong, and keeps what was typed', async () => {
    openAdmin('/cards', { as: 'clerk' });
    await fill(strangeName);
    pledge();
    press('制卡');
    expect(await screen.findByText('姓名与证件号码核对不一致')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe(strangeName);
  });

  it('is not for viewers', async () => {
    openAdmin('/cards', { as: 'viewer' });
    await waitFor(() => expect(document.body.textContent).toContain('没有权限'));
  });
});
