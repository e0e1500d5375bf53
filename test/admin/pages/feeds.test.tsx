import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';
import { handedOver } from '../support/handedOver';

afterEach(() => jest.restoreAllMocks());

async function openKeys(): Promise<FakeApi> {
  const api = openAdmin('/feeds/fever?tab=keys', { as: 'feeds' });
  await screen.findByText('示例检验所');

  return api;
}

describe('the board of sources', () => {
  it('says how old the data is, and what late ones mean', async () => {
    openAdmin('/feeds', { as: 'rules' });
    const table = await screen.findByRole('table', { name: '数据源' });
    await waitFor(() => expect(rowsOf(table)).toHaveLength(9));
    const row = (name: string) => within(table).getByText(name).closest('tr')?.textContent;

    expect(row('发热门诊就诊记录')).toContain('已超时 5 小时');
    expect(row('退烧药品购买记录')).toContain('从未报送');
    expect(row('确诊病例和疑似人员数据')).toContain('1 小时前，22 小时后超时');
    expect(screen.getByText(/2 个绿码必需的数据源已超时：发热门诊就诊记录、退烧药品购买记录/)).toBeTruthy();
  });

  it('leads to the batches that wait', async () => {
    openAdmin('/feeds', { as: 'feeds' });
    await screen.findByRole('link', { name: '1' });
    fireEvent.click(screen.getByRole('link', { name: '1' }));

    await screen.findByText('11 月 20 日补报');
    expect(place()).toBe('/feeds/medicine?state=waiting');
  });
});

describe('people judged anew', () => {
  it('are counted while a run is under way', async () => {
    const api = new FakeApi();
    api.house.risk.recomputes.push({
      id: fakeId(29, 1),
      cause: 'rules',
      subject: '3',
      state: 'running',
      done: 12_000,
      total: 48_000,
      changed: 310,
      startedAt: api.house.now,
      finishedAt: null,
    });
    openAdmin('/feeds', { as: 'feeds', api });

    expect(await screen.findByText('已判定 12,000 / 48,000 人，其中 310 人变色')).toBeTruthy();
  });

  it('are not mentioned when nothing runs', async () => {
    openAdmin('/feeds', { as: 'feeds' });
    await screen.findByText('发热门诊就诊记录');

    expect(screen.queryByText('重新判定进度')).toBeNull();
  });
});

describe('a source', () => {
  it('keeps the filter of its batches in the address', async () => {
    openAdmin('/feeds/fever', { as: 'feeds' });
    const table = await screen.findByRole('table', { name: '批次' });
    await waitFor(() => expect(rowsOf(table)).toHaveLength(3));
    await choose('状态', '未接收');

    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '批次' }))).toHaveLength(1));
    expect(place()).toBe('/feeds/fever?state=refused');
  });

  it('has a description of its columns to hand over', async () => {
    const files = handedOver();
    openAdmin('/feeds/fever?tab=columns', { as: 'feeds' });
    const table = await screen.findByRole('table', { name: '数据格式' });
    expect(within(table).getByText('idNumber')).toBeTruthy();
    press('下载说明');
    press('下载空模板');

    expect(files).toEqual(['数据格式-发热门诊就诊记录.csv', '模板-发热门诊就诊记录.csv']);
  });

  it('gets a key that a second person has to approve', async () => {
    const api = await openKeys();
    press('登记密钥');
    await screen.findByRole('form', { name: '登记密钥' });
    type('持有单位', '示例市疾控中心');
    type('通道', '市 疾控');
    type('Ed25519 公钥', 'too-short');
    press('提交审批');
    expect(await screen.findAllByText('格式不正确')).toHaveLength(2);
    expect(api.countOf('POST operator/feeds/fever/keys')).toBe(0);
    type('通道', 'cdc-1');
    type('Ed25519 公钥', 'A'.repeat(43));
    press('提交审批');

    expect(await screen.findByText('已提交，等待另一位工作人员审批')).toBeTruthy();
    expect(await screen.findByText('示例市疾控中心')).toBeTruthy();
  });

  it('has a key revoked after a question', async () => {
    const api = await openKeys();
    press('撤销 省卫健委信息中心');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '撤销密钥' }));

    expect(await screen.findByText('密钥已撤销')).toBeTruthy();
    expect(api.house.risk.feedKeys.get('fever')?.[0]).toMatchObject({ state: 'revoked' });
  });

  it('is only read by those who do not look after it', async () => {
    openAdmin('/feeds/fever?tab=keys', { as: 'approver' });
    await screen.findByText('示例检验所');

    expect(screen.queryByRole('button', { name: '登记密钥' })).toBeNull();
    expect(screen.queryByRole('link', { name: '人工上传' })).toBeNull();
  });
});

describe('a file by hand', () => {
  const file = () => new File(['idNumber,kind\n'], '补报.csv', { type: 'text/csv' });

  async function openUpload(): Promise<FakeApi> {
    const api = openAdmin('/feeds/medicine/upload', { as: 'feeds' });
    await screen.findByRole('form', { name: '人工上传' });

    return api;
  }

  function chooseFile(chosen: File): void {
    fireEvent.change(screen.getByTestId('batch-file'), { target: { files: [chosen] } });
  }

  it('goes up with its progress, and says what is wrong and that it waits', async () => {
    const api = await openUpload();
    expect(screen.getByText(/须由平台上另一位有“审批”权限的工作人员批准/)).toBeTruthy();
    chooseFile(file());
    type('批次名称', '十一月补报');
    press('上传并检查');
    expect(await screen.findByText('正在上传 50%')).toBeTruthy();

    expect(await screen.findByText('尚未生效：等待第二人审批')).toBeTruthy();
    const faults = screen.getByRole('table', { name: '有误的行' });
    expect(rowsOf(faults).map(({ textContent }) => textContent)).toEqual([
      '17证件号码身份证号码校验不通过，请核对',
      '21日期请输入有效日期',
      '25整行=列数与表头不符',
    ]);
    expect(api.house.risk.batches[0]).toMatchObject({ batchId: '十一月补报', state: 'waiting' });
    expect(screen.getByRole('link', { name: '查看审批' })).toBeTruthy();
  });

  it('of an incremental feed adds; of a full one it takes the place of all, which is said before anything is chosen', async () => {
    await openUpload();
    expect(screen.getByText(/^增量报送：文件中的行会加入在案记录/)).toBeTruthy();
    expect(screen.getByText(/例如“\d+ 月 \d+ 日补报”/)).toBeTruthy();
    expect(screen.queryByText(/全量报送/)).toBeNull();
    cleanup();

    openAdmin('/feeds/arrivals/upload', { as: 'feeds' });
    await screen.findByText('全量报送：文件会替换在案的全部名单');
    expect(screen.getByText(/请把它们加进完整的名单/)).toBeTruthy();
    expect(screen.getByText(/例如“\d+ 月 \d+ 日全部名单”/)).toBeTruthy();
    expect(screen.queryByText(/补报”/)).toBeNull();
    chooseFile(file());
    type('批次名称', '补报');
    press('上传并检查');
    expect(await screen.findByText(/未列入的 31 条在案记录不再有效/)).toBeTruthy();
  });

  it('is refused before it goes up when it cannot be read', async () => {
    const api = await openUpload();
    press('上传并检查');
    expect(await screen.findByText('请选择文件')).toBeTruthy();
    expect(screen.getByText('请填写批次名称')).toBeTruthy();
    chooseFile(new File(['x'], '补报.xlsx'));

    expect(await screen.findByText(/请选择 CSV 或 NDJSON 文件/)).toBeTruthy();
    expect(api.countOf('POST operator/feeds/medicine/uploads')).toBe(0);
  });

  it('keeps what was entered when the API refuses it', async () => {
    const api = await openUpload();
    api.refuseNext('POST operator/feeds/medicine/uploads', 'batch_waiting');
    chooseFile(file());
    type('批次名称', '十一月补报');
    press('上传并检查');

    expect(await screen.findByText('上一批正在等待审批，请在其处理后再报')).toBeTruthy();
    expect(screen.getByText('补报.csv')).toBeTruthy();
    expect(screen.getByLabelText('批次名称')).toHaveProperty('value', '十一月补报');
  });

  it('that came before is told as such', async () => {
    await openUpload();
    chooseFile(file());
    type('批次名称', '11 月 20 日补报');
    press('上传并检查');

    expect(await screen.findByText(/以前上传过，没有重复计入/)).toBeTruthy();
  });
});

describe('a batch', () => {
  it('that was held is handed to a second person, or given up', async () => {
    const api = new FakeApi();
    Object.assign(api.house.risk.batches[0] ?? {}, { origin: 'key', changeId: null });
    openAdmin(`/feeds/medicine/batches/${fakeId(22, 1)}`, { as: 'feeds', api });
    await screen.findByText('已拦下，没有生效：变色的人数，或不再有效的记录，超过设定的比例');
    press('提请审批');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '提请审批' }));

    expect(await screen.findByText('尚未生效：等待第二人审批')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '放弃' })).toBeNull();
  });

  it('shows its counts and wrong rows, and hands all of them over', async () => {
    const files = handedOver();
    const api = openAdmin(`/feeds/fever/batches/${fakeId(22, 23)}`, { as: 'feeds' });
    const counts = await screen.findByLabelText('批次统计');
    expect(counts.textContent).toContain('有误812');
    expect(screen.getByText('整批未接收，没有任何改变')).toBeTruthy();
    expect(screen.getByText('错误行过多，整批未接收。')).toBeTruthy();
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '有误的行' }))).toHaveLength(20));
    press('导出错误行');

    await waitFor(() => expect(files).toEqual(['错误行-fever-2026-11-07.csv']));
    expect(api.calls.filter((call) => call.endsWith('/faults'))).toHaveLength(1 + 9);
  });
});
