import { choose, openAdmin, place, press } from '../support/openAdmin';

import { checkDigit } from '@anxing/contract/number12';
import { screen, waitFor } from '@testing-library/react';

import { FakeApi } from '../support/fake/fakeApi';
import { fakeId } from '../support/fake/fakeIds';
import { key, numberOf, openKiosk, shoot } from '../support/openKiosk';

const buildingId = fakeId(1, 1);
const number = numberOf('44001122334');

beforeEach(() => localStorage.clear());

function verdict(): HTMLElement {
  return screen.getByRole('main', { name: '查验结果' });
}

/** How many were checked today, as the side of the screen tells. */
function checkedToday(): number {
  const side = screen.getByRole('complementary', { name: '今日查验' });

  return Number(side.querySelector('dd')?.textContent);
}

describe('where one stands', () => {
  it('is chosen, kept for the next time, and refused in words', async () => {
    const api = new FakeApi();
    api.house.door.dutyRefusal = 'point_closed';
    openAdmin('/kiosk', { as: 'owner', api });
    await screen.findByLabelText('服务点');
    await choose('服务点', '政务服务中心（示例路 1 号）');
    press('上岗并开始查验');
    expect(await screen.findByText('该服务点已停用')).toBeTruthy();
    api.house.door.dutyRefusal = undefined;
    press('上岗并开始查验');
    await screen.findByText('请扫健康码');
    expect(screen.getByRole('heading', { level: 1, name: '政务服务中心' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();

    openAdmin('/kiosk', { as: 'owner', api });
    await screen.findByText('政务服务中心（示例路 1 号）');
    press('上岗并开始查验');
    await screen.findByText('请扫健康码');
    key('F2');
    expect(await screen.findByRole('heading', { name: '扫码查验' })).toBeTruthy();
  });

  it('is asked again of a guard who is off duty, in words, and nothing a gun types signs on', async () => {
    const api = await openKiosk();
    api.house.door.dutyAt = undefined;
    shoot(number);
    expect(await screen.findByText('请先在本服务点上岗，再查验')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '扫码查验' })).toBeTruthy();
    expect(api.house.door.scans.size).toBe(0);
    const signedOn = api.countOf('POST unit/duties');
    shoot(number);
    expect(api.countOf('POST unit/duties')).toBe(signedOn);
    press('上岗并开始查验');
    await screen.findByText('请扫健康码');
    shoot(number);
    expect(await screen.findByRole('heading', { name: '待核实' })).toBeTruthy();
    expect(api.house.door.scans.size).toBe(1);
  });

  it('is not for those who check nobody', async () => {
    openAdmin('/kiosk', { as: 'viewer' });
    expect(await screen.findByText(/没有权限|无权/)).toBeTruthy();
  });
});

describe('a check', () => {
  it('needs no field: digits by hand are grouped, the verdict has word, colour and voice', async () => {
    const api = await openKiosk();
    shoot('44001122', 'Shift');
    expect(screen.getByRole('status', { name: '已输入的数字' }).textContent).toBe(
      '4400 1122还差 4 位Esc 清除',
    );
    key('Escape');
    expect(screen.queryByRole('status', { name: '已输入的数字' })).toBeNull();
    shoot(number);
    expect(await screen.findByRole('heading', { name: '待核实' })).toBeTruthy();
    expect(verdict().className).toContain('ask');
    expect(verdict().textContent).toContain('35*****034');
    expect(document.querySelector('[aria-live="assertive"]')?.textContent).toContain('待核实。绿码。李*');
    expect([...api.house.door.scans.values()]).toMatchObject([
      { object: number, pointId: buildingId, direction: 'in' },
    ]);
  });

  it('takes temperature, mask and reason by single keys, and Enter tells them', async () => {
    const api = await openKiosk();
    shoot(number);
    await screen.findByRole('heading', { name: '待核实' });
    key('t');
    shoot('368m', 'r');
    expect(screen.getByText('36.8 ℃')).toBeTruthy();
    expect(screen.getByText('已佩戴')).toBeTruthy();
    key('2');
    key('Enter');
    expect(await screen.findByRole('heading', { name: '放行' })).toBeTruthy();
    expect(api.house.door.feedback).toMatchObject([
      { body: { reason: 'home', temperature: 36.8, mask: true } },
    ]);
    expect(screen.getByText('反馈已提交')).toBeTruthy();

    // The reason stays for the next one; somebody with fever is stopped.
    shoot(numberOf('55001122334'), 'Tab');
    await screen.findByRole('heading', { name: '待核实' });
    shoot('t385m');
    expect(await screen.findByRole('heading', { name: '禁止通行' })).toBeTruthy();
    expect(verdict().textContent).toContain('体温 38.5 ℃');
    expect(screen.getAllByText('回家').length).toBeGreaterThan(0);
  });

  it('is decided otherwise with a reason of the list', async () => {
    const api = await openKiosk();
    api.house.door.known.set(number, { colour: 'orange' });
    shoot(number);
    await screen.findByRole('heading', { name: '禁止通行' });
    key('Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('请先选择通行原因');
    shoot('1', 'o');
    expect(screen.queryByText('改为禁止通行：人码不一致')).toBeNull();
    shoot('2');
    await screen.findByRole('heading', { name: '放行' });
    expect(api.house.door.feedback).toMatchObject([
      { body: { reason: 'work', override: { decision: 'allow', reason: 'checked' } } },
    ]);
  });

  it('of somebody who leaves, by key', async () => {
    const api = await openKiosk();
    key('ArrowRight');
    shoot(number);
    expect(await screen.findByRole('heading', { name: '放行' })).toBeTruthy();
    expect([...api.house.door.scans.values()]).toMatchObject([{ direction: 'out' }]);
  });

  it.each([
    [`${number.slice(0, 11)}${9 - checkDigit('44001122334')}`, '数字有误'],
    ['134012345678901234', '这是付款码'],
    ['https://example.cn/x', '这是网址'],
    ['35010219900307003X', '这是身份证号'],
    ['what is this', '无法识别'],
    [`AX1:${'A'.repeat(20)}`, '没有读全'],
  ])('of %s is refused as: %s', async (text, headline) => {
    await openKiosk();
    shoot(text);
    expect(await screen.findByRole('heading', { name: headline })).toBeTruthy();
    expect(verdict().className).toContain('refused');
  });

  it('keeps the last ten, masked', async () => {
    await openKiosk();
    const before = checkedToday();
    for (let index = 0; index < 12; index += 1) {
      key('Escape');
      key(index % 2 ? 'ArrowLeft' : 'ArrowRight');
      shoot(number);
      await waitFor(() => expect(screen.getByRole('main').className).toMatch(/allow|ask/));
    }
    const list = screen.getByRole('complementary', { name: '今日查验' });
    expect(list.querySelectorAll('li')).toHaveLength(10);
    expect(checkedToday()).toBe(before + 12);
    expect(list.textContent).toContain('李*');

    // The figures stay where one stands, and nobody's name does.
    key('F2');
    await screen.findByRole('button', { name: '上岗并开始查验' });
    press('上岗并开始查验');
    await screen.findByText('请扫健康码');
    await waitFor(() => expect(checkedToday()).toBe(before + 12));
    expect(screen.getByText('还没有人通行')).toBeTruthy();
  });

  it('tells where the person was before and why, and by which key there is more of it', async () => {
    const api = await openKiosk();
    shoot(number);
    await screen.findByRole('heading', { name: '待核实' });
    expect(screen.getByRole('list', { name: '最近扫码' }).textContent).toMatch(
      /示例百货东门 · 放行 · 36.4 ℃ · 购物办事$/,
    );
    api.house.door.hasMore = true;
    shoot(numberOf('55001122334'));
    await waitFor(() =>
      expect(screen.getByRole('list', { name: '最近扫码' }).textContent).toMatch(/F8 更多$/),
    );
  });
});

describe('the first of two quick scans', () => {
  const next = numberOf('55001122334');

  /** Answers to checks come when they are let go, by what was scanned. */
  function holdAnswers(): (object: string) => void {
    const { fetch } = globalThis;
    const held = new Map<string, () => void>();
    const hold = async (url: string, init: RequestInit) => {
      const { object = '' } = url.endsWith('/scans') ? JSON.parse(String(init.body)) : {};
      if (object !== '') {
        await new Promise<void>((done) => held.set(object, done));
      }

      return fetch(url, init);
    };
    Object.assign(globalThis, { fetch: hold });
    onTestEnd(() => Object.assign(globalThis, { fetch }));

    return (object) => held.get(object)?.();
  }

  const restore: (() => void)[] = [];
  const onTestEnd = (work: () => void) => restore.push(work);
  afterEach(() => restore.splice(0).forEach((work) => work()));

  async function shootBoth(): Promise<(object: string) => void> {
    const api = await openKiosk();
    api.house.door.known.set(number, { colour: 'orange', name: '欧阳*' });
    const letGo = holdAnswers();
    shoot(number);
    shoot(next);
    await waitFor(() => expect(screen.getByText('正在核验…')).toBeTruthy());

    return letGo;
  }

  const strip = () => screen.queryByRole('alert');

  it.each([
    ['first', [number, next]],
    ['last', [next, number]],
  ])('is not swallowed when it is a stop, and its answer comes %s', async (_when, order) => {
    const letGo = await shootBoth();
    letGo(order[0] ?? '');
    await waitFor(() => expect(checkedToday()).toBeGreaterThan(0));
    letGo(order[1] ?? '');
    await screen.findByRole('heading', { name: '待核实' });
    await waitFor(() => expect(strip()?.textContent).toContain('前面一位：禁止通行 欧阳*'));
    expect(verdict().className).toContain('ask');
    key('Enter');
    expect(strip()).toBeNull();
    expect(screen.getByRole('heading', { name: '待核实' })).toBeTruthy();
  });

  it('stands there until the scan after the next one', async () => {
    const letGo = await shootBoth();
    letGo(number);
    letGo(next);
    await waitFor(() => expect(strip()).not.toBeNull());
    for (const [object, isThere] of [
      [numberOf('66001122334'), true],
      [numberOf('77001122334'), false],
    ] as const) {
      shoot(object);
      letGo(object);
      await screen.findByRole('heading', { name: '待核实' });
      expect(strip() !== null).toBe(isThere);
    }
  });

  it('is told also when nobody is shown any more, and Escape takes it away', async () => {
    const letGo = await shootBoth();
    shoot(numberOf('66001122334'));
    key('Escape');
    letGo(number);
    await waitFor(() => expect(strip()?.textContent).toContain('禁止通行'));
    expect(screen.getByText('请扫健康码')).toBeTruthy();
    key('Escape');
    expect(strip()).toBeNull();
  });

  it('leaves nothing on the screen when it may pass', async () => {
    const letGo = await shootBoth();
    shoot(numberOf('66001122334'));
    letGo(next);
    letGo(numberOf('66001122334'));
    await screen.findByRole('heading', { name: '待核实' });
    expect(strip()).toBeNull();
  });
});

describe('a session that is over', () => {
  it('says so loudly and leads to signing in', async () => {
    const api = await openKiosk();
    api.house.signedIn = undefined;
    shoot(number);
    expect(await screen.findByRole('heading', { name: '登录已失效，不能查验' })).toBeTruthy();
    press('重新登录');
    await screen.findByRole('heading', { name: '登录' });
    expect(place()).toBe('/sign-in?back=%2Fkiosk');
  });
});
