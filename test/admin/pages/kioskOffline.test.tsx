import { key, numberOf, openKiosk, shoot } from '../support/openKiosk';

import { screen, waitFor } from '@testing-library/react';

const number = numberOf('44001122334');

beforeEach(() => localStorage.clear());

describe('without network', () => {
  /** Every call fails from now on, until `back` is called. */
  function cutOff(): () => void {
    const { fetch } = globalThis;
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });

    return () => {
      Object.assign(globalThis, { fetch });
      window.dispatchEvent(new Event('online'));
    };
  }

  it('codes are verified here, wait, and are told once when it is back', async () => {
    const api = await openKiosk();
    const back = cutOff();
    shoot(api.house.door.code(1));
    expect(await screen.findByText('离线核验')).toBeTruthy();
    expect(screen.getByText('待上传 1 条')).toBeTruthy();
    // What was seen goes along.
    shoot('r', 'Shift');
    shoot('1m', 't');
    shoot('365');
    expect(await screen.findByRole('heading', { name: '放行' })).toBeTruthy();
    shoot(api.house.door.code(2));
    expect(await screen.findByRole('heading', { name: '禁止通行' })).toBeTruthy();
    shoot(number);
    expect(await screen.findByRole('heading', { name: '需要网络' })).toBeTruthy();
    shoot('35010219900307003X');
    expect(await screen.findByRole('heading', { name: '这是身份证号' })).toBeTruthy();
    expect(screen.getByText(/^身份证号不能直接查验，请出示健康码/)).toBeTruthy();
    expect(screen.getByText('待上传 2 条')).toBeTruthy();
    back();
    await waitFor(() => expect(api.house.door.late).toHaveLength(2));
    expect(api.house.door.late).toMatchObject([
      { decision: 'allow', temperature: 36.5, mask: true, reason: 'work', direction: 'in' },
      { decision: 'stop' },
    ]);
    await waitFor(() => expect(screen.queryByText(/待上传/)).toBeNull());
    expect(screen.getByText('● 联网')).toBeTruthy();
  });

  it('the same code shown again stays one passage', async () => {
    const api = await openKiosk();
    const back = cutOff();
    const code = api.house.door.code(1);
    shoot(code);
    await screen.findByText('待上传 1 条');
    key('Escape');
    key('Escape');
    shoot(code);
    await screen.findByRole('heading', { name: '待核实' });
    expect(screen.getByText('待上传 1 条')).toBeTruthy();
    back();
    await waitFor(() => expect(api.house.door.late).toHaveLength(1));
  });

  it('what one guard decided is not sent in the name of the next', async () => {
    const api = await openKiosk();
    cutOff();
    shoot(api.house.door.code(1));
    await screen.findByText('待上传 1 条');

    await openKiosk(api, 'guard');
    expect(await screen.findByText('另有 1 条待原值守人员登录后补传')).toBeTruthy();
    expect(screen.queryByText(/待上传/)).toBeNull();
    expect(api.countOf('POST scans/late')).toBe(0);

    await openKiosk(api);
    await waitFor(() => expect(api.house.door.late).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(/待上传|另有/)).toBeNull());
  });

  it('a point that may no longer be stood at ends nothing, and the reason is told', async () => {
    const api = await openKiosk();
    const back = cutOff();
    shoot(api.house.door.code(1));
    await screen.findByText('待上传 1 条');
    api.refuseNext('POST scans/late', 'forbidden');
    back();
    expect(await screen.findByText('暂不能上传：没有权限执行此操作')).toBeTruthy();
    expect(screen.getByText('待上传 1 条')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '登录已失效，不能查验' })).toBeNull();

    api.refuseNext('POST scans/late', 'invalid_input');
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('1 条未被接收：填写的内容有误，请按提示修改')).toBeTruthy();
    expect(screen.queryByText(/待上传|暂不能/)).toBeNull();
  });

  it('what was seen is told also when the first attempt had arrived after all', async () => {
    const api = await openKiosk();
    const { fetch } = globalThis;
    const lose = (path: string) => async (url: string, init: RequestInit) => {
      await (url.endsWith(path) ? fetch(url, init) : undefined);
      throw new TypeError('Failed to fetch');
    };
    Object.assign(globalThis, { fetch: lose('/scans') });
    shoot(api.house.door.code(1));
    await screen.findByText('待上传 1 条');
    shoot('r', 'Shift');
    shoot('1m', 't');
    shoot('365');
    await screen.findByText('反馈已提交');
    Object.assign(globalThis, { fetch });
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText(/待上传/)).toBeNull());
    expect(api.house.door.late).toEqual([]);
    expect(api.house.door.feedback).toMatchObject([
      { body: { reason: 'work', mask: true, temperature: 36.5 } },
    ]);
  });
});
