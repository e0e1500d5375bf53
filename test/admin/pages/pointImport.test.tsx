import { openAdmin, press } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeCheck } from '../support/fake/pointSheetRoutes';
import { handedOver } from '../support/handedOver';

afterEach(() => jest.restoreAllMocks());

const list = () => new File(['名称,地址'], '服务点.csv', { type: 'text/csv' });

async function openImport(api = new FakeApi()): Promise<FakeApi> {
  openAdmin('/points', { as: 'owner', api });
  await screen.findByText('便民服务点 1');
  press('导入');
  await screen.findByTestId('point-list');

  return api;
}

function chooseFile(file: File): void {
  fireEvent.change(screen.getByTestId('point-list'), { target: { files: [file] } });
}

describe('a list of points', () => {
  it('is checked first: every fault with its row and column, what is good counted', async () => {
    const api = await openImport();
    chooseFile(list());
    const table = await screen.findByRole('table', { name: '有误的行' });

    expect(screen.getByText('共 5 行，3 行可以添加，2 行有误')).toBeTruthy();
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['3类别不认识的场所类别“赌场”', '5容量数值过小“-20”', '5预警线格式不正确“一百”']);
    expect(screen.getByText('不认识的列，未读取：备注')).toBeTruthy();
    expect(api.countOf('POST unit/points/imports')).toBe(1);
    expect(api.house.points).toHaveLength(27);
  });

  it('is added when that is confirmed, and its posters are printed next', async () => {
    const api = await openImport();
    chooseFile(list());
    fireEvent.click(await screen.findByRole('button', { name: '添加 3 个服务点' }));
    await screen.findByText('已添加 3 个服务点');
    expect(api.house.points).toHaveLength(30);
    press('生成并打印张贴码');
    await screen.findByText('共 3 个服务点，每个一页，生成一个 PDF 文件。');
    press('开始生成');

    expect(await screen.findByText('张贴码 3 张（A4）')).toBeTruthy();
    expect(api.house.batches).toMatchObject([{ issueMissing: true }]);
    expect(api.house.batches[0]?.points).toHaveLength(3);
  });

  it('without a good row cannot be added, another file can be chosen', async () => {
    const api = new FakeApi();
    api.house.importAnswer = { ...fakeCheck(), ready: 0 };
    await openImport(api);
    chooseFile(list());
    const add = await screen.findByRole('button', { name: '添加 0 个服务点' });
    expect(add.hasAttribute('disabled')).toBe(true);
    press('重新选择文件');

    expect(await screen.findByTestId('point-list')).toBeTruthy();
  });

  it('that cannot be read says why, and the next one is taken', async () => {
    const api = await openImport();
    api.refuseNext('POST unit/points/imports', 'sheet_refused', {
      fields: [fieldError('file', 'sheetOldFormat')],
    });
    chooseFile(list());
    expect(await screen.findByText('不支持旧版 .xls 文件，请另存为 .xlsx 后上传')).toBeTruthy();
    chooseFile(list());

    expect(await screen.findByText('共 5 行，3 行可以添加，2 行有误')).toBeTruthy();
  });

  it('is taken when it is dropped', async () => {
    await openImport();
    const place = screen.getByText('或把文件拖到这里').parentElement;
    fireEvent.drop(place ?? document.body, { dataTransfer: { files: [list()] } });

    expect(await screen.findByText(/^共 5 行/)).toBeTruthy();
  });
});

test('templates and the list as a file', async () => {
  const files = handedOver();
  const api = await openImport();
  press('Excel 模板');
  await waitFor(() => expect(files).toEqual(['服务点模板.xlsx']));
  press('CSV 模板');
  await waitFor(() => expect(files).toEqual(['服务点模板.xlsx', '服务点模板.csv']));
  fireEvent.click(screen.getByRole('button', { name: '导出' }));
  fireEvent.click(await screen.findByText('CSV 文件（.csv）'));

  await waitFor(() => expect(files.at(-1)).toBe('服务点.csv'));
  expect(api.countOf('GET unit/points.csv')).toBe(1);
});
