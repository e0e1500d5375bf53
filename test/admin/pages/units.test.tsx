import { choose, openAdmin, press, type } from '../support/openAdmin';

import { creditCodeCheck } from '@anxing/contract/creditCode';
import { fireEvent, screen } from '@testing-library/react';

const first17 = '91110105MA0000030';
const right = first17 + creditCodeCheck(first17);
const doubtful = `${first17}${right.endsWith('1') ? '2' : '1'}`;

async function fill(creditCode: string) {
  const api = openAdmin('/units', { as: 'units' });
  await screen.findByText('示例市第一中学');
  press('开通单位');
  await screen.findByRole('form', { name: '开通单位' });
  type('单位名称', '示例书店');
  await choose('单位类型', '企业');
  type('统一社会信用代码', creditCode);
  await choose('场所类别', '党政机关');
  await choose('行政区划', '北京市');
  type('姓名', '孙晓');
  type('手机号', '13800001088');

  return api;
}

describe('opening a unit', () => {
  it('gives its owner a first password, shown once', async () => {
    const api = await fill(right);
    expect(screen.queryByText('已核对')).toBeNull();
    press('开通');

    expect(await screen.findByText('lake3-fern6-gold1')).toBeTruthy();
    expect(api.house.units[0]).toMatchObject({ name: '示例书店', creditCode: right });
  });

  it('asks to look again when the check character fails', async () => {
    const api = await fill(doubtful);
    fireEvent.blur(screen.getByLabelText('统一社会信用代码'));
    expect(await screen.findByText(/统一社会信用代码校验不通过/)).toBeTruthy();
    press('开通');
    expect(await screen.findByText('请核对后勾选')).toBeTruthy();
    expect(api.countOf('POST operator/units')).toBe(0);
    fireEvent.click(screen.getByLabelText('已核对'));
    press('开通');

    expect(await screen.findByText('lake3-fern6-gold1')).toBeTruthy();
  });
});

describe('a unit', () => {
  it('that is the operator’s own has nothing to suspend', async () => {
    openAdmin('/units', { as: 'units' });
    await screen.findByText('示例市第一中学');

    expect(screen.getByText('平台自身')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '停用 示例省数字化办公室' })).toBeNull();
  });
});
