import { checkDigit } from '@anxing/contract/number12';

import { eventually } from '../support/e2e/eventually';
import { Gallery } from '../support/e2e/gallery';
import { KioskHall, stand, type KioskDesk } from '../support/e2e/kioskDesk';

jest.setTimeout(240_000);

const expected = /ERR_INTERNET_DISCONNECTED|status of (401|409|422|429)/;
const number = `44001122334${checkDigit('44001122334')}`;
const otherNumber = `55001122334${checkDigit('55001122334')}`;

const sizes = [
  { folder: 'kioskSmall', size: { width: 1024, height: 768 } },
  { folder: 'kioskLarge', size: { width: 1920, height: 1080 } },
];

const region = {
  division: '350200',
  name: '示例省示例市',
  level: 'high',
  levelName: '高风险地区',
  date: '2026-11-18',
  policy: '14 天内到过高风险地区的人员，须持 48 小时内核酸阴性证明，并向所在社区报告行程。',
};

const earlier = Array.from({ length: 11 }, (_, index) => ({
  at: Date.now() - index * 5_400_000,
  place: index % 3 ? '示例省行政审批服务中心东侧便民服务大厅主入口' : '示例市示例区',
  own: index % 3 > 0,
  direction: index % 2 ? ('out' as const) : ('in' as const),
  decision: index === 2 ? ('stop' as const) : ('allow' as const),
  temperature: index % 3 ? 36.4 : null,
  reason: index % 3 ? '购物办事' : null,
}));

let hall: KioskHall;

beforeAll(async () => {
  hall = await KioskHall.open();
});

afterAll(() => hall?.close());

interface Screen {
  name: string;
  shows: string;
  act(desk: KioskDesk): Promise<void>;
}

const atTheDoor: Screen[] = [
  {
    name: 'typed',
    shows: '还差 3 位',
    act: ({ page }) => page.keyboard.type(number.slice(0, 9)),
  },
  {
    name: 'ask',
    shows: '请测量体温、查看口罩',
    act: async ({ page, gun, api }) => {
      await page.keyboard.press('Escape');
      await gun.shoot(api.house.door.code(1));
    },
  },
  { name: 'reasons', shows: '购物办事', act: ({ page }) => page.keyboard.type('r') },
  {
    name: 'temperature',
    shows: '36.5 ℃',
    act: ({ page }) => page.keyboard.type('1t365', { delay: 20 }),
  },
  {
    name: 'allow',
    shows: '反馈已提交',
    act: async ({ page }) => {
      await page.keyboard.press('m');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'fever',
    shows: '体温 38.4 ℃，达到或超过 37.3 ℃',
    act: async ({ page, gun, api }) => {
      await gun.shoot(api.house.door.code(1));
      await page.getByText('请测量体温、查看口罩', { exact: true }).first().waitFor();
      await page.keyboard.type('t384m');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'stop',
    shows: '高风险地区',
    act: async ({ gun, api }) => {
      api.house.door.known.set(number, { colour: 'orange', name: '欧阳*', region });
      await gun.shoot(number);
    },
  },
  {
    name: 'overtaken',
    shows: '前面一位：禁止通行',
    act: async ({ page, gun, api }) => {
      await page.route('**/api/v1/scans', async (route) => {
        await new Promise((done) => setTimeout(done, 600));
        await route.fallback();
      });
      api.house.door.known.set(otherNumber, { colour: 'orange', name: '欧阳*' });
      await gun.shoot(otherNumber);
      await gun.shoot(api.house.door.code(1));
      await page.getByText('前面一位：禁止通行').first().waitFor();
      await page.getByText('请测量体温、查看口罩').first().waitFor();
      await page.unroute('**/api/v1/scans');
    },
  },
  {
    name: 'stopAgain',
    shows: '高风险地区',
    act: async ({ page, gun }) => {
      await page.keyboard.press('Enter');
      await gun.shoot(number);
    },
  },
  { name: 'override', shows: '改为放行：已当面核实', act: ({ page }) => page.keyboard.type('o') },
  {
    name: 'recent',
    shows: '更多',
    act: async ({ gun, api }) => {
      api.house.door.hasMore = true;
      api.house.door.earlier = earlier;
      await gun.shoot(api.house.door.code(1));
    },
  },
  { name: 'past', shows: '下一页', act: ({ page }) => page.keyboard.press('F8') },
  { name: 'pastEnd', shows: '没有更多了', act: ({ page }) => page.keyboard.press('F8') },
  {
    name: 'pastFailed',
    shows: '重试',
    act: async ({ page, api }) => {
      await page.keyboard.press('Escape');
      const id = [...api.house.door.scans.keys()].at(-1) ?? '';
      api.refuseNext(`GET scans/${id}/recent`, 'too_many_requests');
      await page.keyboard.press('F8');
    },
  },
  {
    name: 'refused',
    shows: '这是付款码，请出示健康码',
    act: ({ gun }) => gun.shoot('134012345678901234'),
  },
  {
    name: 'refusedLong',
    shows: '不是本省的健康码，或是旧码，请出示最新的',
    act: async ({ gun, api }) => {
      api.refuseNext('POST scans', 'code_unknown_key');
      await gun.shoot(number);
    },
  },
  {
    name: 'muted',
    shows: '已静音',
    act: async ({ page }) => {
      await page.keyboard.press('F4');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'offline',
    shows: '离线核验',
    act: async ({ page, gun, api, visitor }) => {
      await page.keyboard.press('ArrowLeft');
      await eventually(() => expect(api.countOf('GET door/revocations')).toBeGreaterThan(0));
      await visitor.setOffline(true);
      await gun.shoot(api.house.door.code(1));
    },
  },
  {
    name: 'offlineStop',
    shows: '健康码为橙码，请配合工作人员',
    act: async ({ gun, api }) => gun.shoot(api.house.door.code(2)),
  },
  {
    name: 'offlineRefused',
    shows: '没有网络时不能查 12 位数字，请扫健康码',
    act: ({ gun }) => gun.shoot(number),
  },
  {
    name: 'queue',
    shows: '待上传 2 条',
    act: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'over',
    shows: '登录已失效，不能查验',
    act: async ({ page, gun, api, visitor }) => {
      await visitor.setOffline(false);
      await page.getByText('● 联网').waitFor();
      api.house.signedIn = undefined;
      await gun.shoot(number);
    },
  },
];

test.each(sizes)('every state fits, is readable and clean: $folder', async ({ folder, size }) => {
  const gallery = Gallery.open(folder);
  const desk = await hall.desk(size, '示例省行政审批');
  const { page, visitor, api } = desk;
  visitor.tolerate(expected);
  await gallery.look(page, 'wait');
  await page.keyboard.press('F2');
  api.house.door.dutyRefusal = 'point_closed';
  await page.getByRole('button', { name: '上岗并开始查验' }).click();
  await page.getByText('该服务点已停用').waitFor();
  await gallery.look(page, 'stand');
  api.house.door.dutyRefusal = undefined;
  await stand(page, '示例省行政审批');
  for (const { name, shows, act } of atTheDoor) {
    await act(desk);
    const words = page.locator('.kiosk, .kioskOver').getByText(shows);
    // A reason stands in the list of earlier checks too, behind what asks for it.
    await words.filter({ visible: true }).first().waitFor();
    await gallery.look(page, name);
  }
  expect(gallery.faults).toEqual({});
  expect(visitor.troubles()).toEqual([]);
  await visitor.leave();
});
