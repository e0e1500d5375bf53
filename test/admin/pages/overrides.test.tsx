import { choose, openAdmin, place, press, rowsOf, type } from '../support/openAdmin';

import { fieldError } from '@anxing/contract/fieldErrors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';

const valid = '11010119900307803X';
const other = '110101199003077109';

async function openForm(as: 'clerk' | 'rules' = 'clerk', api = new FakeApi()): Promise<FakeApi> {
  openAdmin('/overrides/new', { as, api });
  await screen.findByRole('form', { name: '提出人工变更' });

  return api;
}

async function fill(idNumber: string): Promise<void> {
  await choose('变更', '解除：退烧药品');
  await choose('理由', '替他人购买药品');
  type('证件号码', idNumber);
  type('说明', '替邻居购买');
  type('证明编号', 'XP-0007');
}

function chooseFile(file: File): void {
  fireEvent.change(screen.getByTestId('evidence-file'), { target: { files: [file] } });
}

describe('changes of colour by hand', () => {
  it('are listed with their state, for the own unit', async () => {
    const api = openAdmin('/overrides', { as: 'clerk' });
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '人工变更' }))).toHaveLength(3));
    expect(api.countOf('GET unit/overrides')).toBe(1);
    await choose('状态', '已驳回');
    await waitFor(() => expect(rowsOf(screen.getByRole('table', { name: '人工变更' }))).toHaveLength(1));
    expect(place()).toBe('/overrides?state=rejected');
    press(/^查看 解除/);

    expect(await screen.findByText('检测报告已过有效期，请重新检测')).toBeTruthy();
  });

  it('of all units are the operator’s to see, with the way to their approval', async () => {
    const api = openAdmin('/overrides', { as: 'approver' });
    await screen.findByRole('table', { name: '人工变更' });
    await screen.findByText('核定为橙码');
    expect(api.countOf('GET operator/overrides')).toBe(1);
    expect(screen.queryByRole('link', { name: '提出变更' })).toBeNull();
    press(/^查看 核定为橙码/);

    expect(await screen.findByRole('link', { name: '查看审批' })).toBeTruthy();
  });

  it('can be withdrawn while they wait', async () => {
    const api = openAdmin('/overrides', { as: 'clerk' });
    await screen.findAllByText('解除：高发地区来人');
    fireEvent.click(screen.getAllByRole('button', { name: /^查看 解除/ })[0] ?? document.body);
    fireEvent.click(await screen.findByRole('button', { name: '撤回' }));
    const [title] = await screen.findAllByText('撤回这项变更？');
    const question = title?.closest<HTMLElement>('.ant-modal') ?? document.body;
    fireEvent.click(within(question).getByRole('button', { name: '撤回' }));

    await waitFor(() => expect(api.house.risk.overrides[0]).toMatchObject({ state: 'withdrawn' }));
  });
});

describe('a change of colour', () => {
  it('is proposed for a reason that fits its kind', async () => {
    const api = await openForm();
    await choose('变更', '核定为橙码');
    fireEvent.mouseDown(screen.getByLabelText('理由'));
    await screen.findAllByText('现场排查发现');
    expect(screen.queryByText('替他人购买药品')).toBeNull();
    await fill(valid);
    press('提交审批');

    await waitFor(() => expect(place()).toBe('/overrides'));
    expect(await screen.findByText('已提交，等待另一位工作人员审批')).toBeTruthy();
    expect(api.house.risk.overrides[0]).toMatchObject({
      kind: 'lift.medicine',
      reason: 'boughtForOther',
      evidenceNumber: 'XP-0007',
      days: 14,
    });
  });

  it('lifts as long as the records where that is wanted; a colour that is set has days', async () => {
    const api = await openForm();
    await choose('变更', '核定为橙码');
    expect(screen.queryByRole('radio', { name: '与所涉记录同时失效' })).toBeNull();
    await fill(valid);
    fireEvent.click(await screen.findByRole('radio', { name: '与所涉记录同时失效' }));
    press('提交审批');

    await waitFor(() => expect(place()).toBe('/overrides'));
    expect(api.house.risk.overrides[0]).toMatchObject({ days: null });
    expect((await screen.findAllByText('与所涉记录同时失效')).length).toBeGreaterThan(0);
  });

  it('needs numbers that can be right, each once, and some evidence', async () => {
    const api = await openForm();
    await fill('110101199003077119');
    type('证明编号', '');
    press('添加人员');
    const second = within(await screen.findByRole('group', { name: '第 2 人' }));
    fireEvent.change(second.getByLabelText('证件号码'), { target: { value: '110101199003077119' } });
    press('提交审批');

    expect(await screen.findAllByText('身份证号码校验不通过，请核对')).toHaveLength(2);
    expect(screen.getByText('请填写证明编号或上传证明材料')).toBeTruthy();
    const first = within(screen.getByRole('group', { name: '第 1 人' }));
    fireEvent.change(first.getByLabelText('证件号码'), { target: { value: valid } });
    fireEvent.change(second.getByLabelText('证件号码'), { target: { value: valid.toLowerCase() } });
    press('提交审批');
    expect(await screen.findByText('与前面的号码重复')).toBeTruthy();
    expect(api.countOf('POST unit/overrides')).toBe(0);
  });

  it('takes a column of numbers at once', async () => {
    await openForm();
    fireEvent.paste(screen.getByLabelText('证件号码'), {
      clipboardData: { getData: () => `${valid}\n${other}\n` },
    });

    expect(await screen.findByRole('group', { name: '第 2 人' })).toBeTruthy();
    expect(screen.getAllByLabelText('证件号码').map((input) => input.getAttribute('value'))).toEqual([
      valid,
      other,
    ]);
  });

  it('has its evidence uploaded, and says what cannot be taken', async () => {
    const api = await openForm('rules');
    chooseFile(new File(['x'], '报告.docx', { type: 'application/msword' }));
    expect(await screen.findByText('只能上传 JPG、PNG 图片或 PDF 文件')).toBeTruthy();
    api.refuseNext('POST unit/evidence', 'evidence_refused');
    chooseFile(new File(['%PDF'], '报告.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('文件类型不符或已损坏')).toBeTruthy();
    chooseFile(new File(['%PDF'], '报告.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('报告.pdf')).toBeTruthy();
    await fill(valid);
    type('证明编号', '');
    press('提交审批');

    await waitFor(() => expect(place()).toBe('/overrides'));
    expect(api.house.risk.overrides[0]?.evidence).toHaveLength(1);
    expect(api.countOf('POST operator/overrides')).toBe(1);
  });

  it('places what the API says at the person it is about', async () => {
    const api = await openForm();
    await fill(valid);
    api.refuseNext('POST unit/overrides', 'invalid_input', {
      fields: [fieldError('people.0.idNumber', 'idNumber.date'), fieldError('reason', 'overrideReason')],
    });
    press('提交审批');

    expect(await screen.findByText('身份证号码中的出生日期不正确')).toBeTruthy();
    expect(screen.getByText('该变更不能使用此理由')).toBeTruthy();
    expect(screen.getByLabelText('说明')).toHaveProperty('value', '替邻居购买');
  });
});
