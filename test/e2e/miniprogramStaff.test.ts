import { existsSync } from 'node:fs';
import path from 'node:path';

import type { PersonalCode } from '@anxing/contract/me';
import type { PassagePage } from '@anxing/contract/passages';
import type { InitialPassword, StaffMember } from '@anxing/contract/units';

import { accountOf, signInResident, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import { eventually } from '../support/e2e/eventually';
import { GuardPhone } from '../support/e2e/guardPhone';
import type { MiniProgramUser } from '../support/e2e/miniProgramUser';
import { keepPicture } from '../support/e2e/phonePicture';
import { startServer, type RunningServer } from '../support/e2e/server';
import { placeNamed } from '../support/e2e/venue';
import type { LaunchedMiniProgram } from '../support/miniprogram/launch';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

const newPassword = 'TestOnly-7421';
const pointName = '示例万象停车楼';

function distOf(platform: Platform): string {
  return path.join(__dirname, '../../miniapp/dist', platform);
}

async function codeOf(server: RunningServer, role: string): Promise<PersonalCode> {
  return (await signInResident(server, role)).get<PersonalCode>('me/code');
}

describeOnBench('a guard with a phone', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let server: RunningServer;
    let manager: ApiUser;
    let guard: GuardPhone;
    let phone: LaunchedMiniProgram;
    let user: MiniProgramUser;
    let initial: InitialPassword;

    const show = (text: string) => guard.hold(text);

    const picture = (name: string) => keepPicture(phone, `staff-${platform}`, name);

    /** The passages that the unit has of this guard, newest first. */
    async function recorded(): Promise<PassagePage['items']> {
      return (await manager.get<PassagePage>('unit/passages?kind=scan')).items;
    }

    beforeAll(async () => {
      server = await startServer({ name: `staff-${platform}` });
      manager = await signInStaff(server, 'manager');
      const { items } = await manager.get<{ items: StaffMember[] }>('unit/staff');
      const member = items.find(({ roles }) => roles.includes('guard'));
      initial = await manager.post<InitialPassword>(`unit/staff/${member?.id}/reset`);
      guard = await GuardPhone.open(platform, server.url);
      ({ phone, user } = guard);
    });

    afterAll(async () => {
      await phone?.close();
      await server?.close();
    });

    afterEach(() => {
      expect(phone.errors()).toEqual([]);
    });

    test('signs in as 法人用户, and first chooses a password', async () => {
      await guard.openSignIn();
      await picture('01-sign-in');
      await guard.typeAccount({ phone: accountOf(server, 'guard').phone, secret: 'wrong-password-1' });
      await user.expect('.problem', '账号或验证信息不正确');
      await user.type('.staff-password', initial.password);
      await user.tap('.staff-sign-in');
      await user.reach('packages/staff/password/index');
      await user.type('.new-password', newPassword);
      await user.type('.new-password-again', newPassword);
      await picture('02-password');
      await user.tap('.save-password');
      await user.reach('packages/staff/post/index');
    });

    test('tells where he stands, with the place as the phone finds it', async () => {
      await user.find('.point-line');
      await picture('03-post-choice');
      const { id } = await placeNamed(manager, pointName);
      await user.tap(`.point-line--${id}`);
      await user.type('.community-input', '安宁社区');
      await user.tap('.locate');
      await eventually(async () => {
        const input = (await user.find('.place-input')) as unknown as { value(): Promise<string> };
        expect(await input.value()).toContain('北纬 26.0800°');
      });
      await picture('04-post');
      await user.tap('.go-on-duty');
      await user.reach('packages/staff/home/index');
      await user.expect('.standing__name', pointName);
      await user.expect('.list-age', '刚刚更新');
      await user.expect('.today-count', '0');
      await picture('05-home');
    });

    test('scans an orange code: the verdict is seen, heard and felt', async () => {
      await show((await codeOf(server, 'resident-orange')).qr);
      await user.tap('.start-scan');
      await user.reach('packages/staff/check/index');
      await user.expect('.door-verdict', '禁止通行');
      await user.expect('.big-colour', '橙码');
      await user.expect('.door-person', /\*{1,3}行/);
      await picture('06-stop');
      const { vibrations, sounds } = await phone.device();
      expect(vibrations[0]).toBe('long');
      expect(sounds).toEqual(['/packages/staff/sounds/stop.wav']);
      expect(existsSync(path.join(distOf(platform), sounds[0] ?? ''))).toBe(true);
    });

    test('the next one with one tap; what the place asks for is told right there', async () => {
      await show((await codeOf(server, 'resident')).qr);
      await user.tap('.next-person');
      await user.expect('.door-verdict', '待核实');
      await user.expect('.big-colour', '绿码');
      await picture('07-ask');
      await user.tap('.mask--true');
      await user.tap('.reason--errand');
      await user.tap('.submit-feedback');
      await user.expect('.door-verdict', '放行');
      await picture('08-allow');
      const [last] = await recorded();
      expect(last).toMatchObject({ decision: 'allow', reason: '购物办事', late: false });
    });

    test('feedback on its own page stops somebody with fever', async () => {
      await user.tap('.to-feedback');
      await user.reach('packages/staff/feedback/index');
      await user.type('.temperature-input', '37.2');
      await user.tap('.higher');
      await user.expect('.stepper__note', '属于发热');
      await user.tap('.mask--true');
      await user.tap('.reason--work');
      await user.tap('.override-switch');
      await picture('09-feedback');
      await user.tap('.override-switch');
      await user.tap('.submit-feedback');
      await user.reach('packages/staff/check/index');
      await user.expect('.door-verdict', '禁止通行');
      await user.expect('.door-why', '体温 37.3 ℃');
      const [last] = await recorded();
      expect(last).toMatchObject({ decision: 'stop', reason: '上班', temperature: 37.3 });
    });

    test.each([
      ['https://example.com/whatever', '这是网址二维码，请出示健康码'],
      ['134567890123456789', '这是付款码，请出示健康码'],
      ['AX1:short', '健康码没有读全，请对准后再扫'],
    ])('%s gets its own short sentence', async (text, sentence) => {
      await show(text);
      await user.tap('.next-person');
      await user.expect('.door-verdict', '不能核验');
      await user.expect('.door-why', sentence);
    });

    test('types the 12 digits; a slip is told with the last one', async () => {
      await picture('10-refused');
      await user.tap('.to-staff-home');
      await user.reach('packages/staff/home/index');
      const { number } = await codeOf(server, 'resident');
      const slip = number.slice(0, 11) + String((Number(number.at(-1)) + 1) % 10);
      await user.type('.number-input', slip);
      await user.expect('.field__error', '数字有误');
      await picture('11-number-wrong');
      await user.type('.number-input', number);
      await user.expect('.number-hint', '校验通过');
      await user.tap('.query-number');
      await user.reach('packages/staff/check/index');
      await user.expect('.door-person', '12 位数字');
      await user.expect('.recent', '示例万象停车楼');
      await picture('12-number-result');
    });

    test('without network codes are verified on the phone, and their passages wait', async () => {
      const before = (await recorded()).length;
      const orange = await codeOf(server, 'resident-orange');
      const green = await codeOf(server, 'resident');
      await phone.setOffline(true);
      await show(orange.qr);
      await user.tap('.next-person');
      await user.expect('.door-verdict', '禁止通行');
      await user.expect('.late-mark', '离线核验');
      await picture('13-offline-stop');
      await show(green.qr);
      await user.tap('.next-person');
      await user.expect('.door-verdict', '待核实');
      await user.tap('.mask--true');
      await user.tap('.reason--delivery');
      await user.tap('.submit-feedback');
      await user.expect('.door-verdict', '放行');
      await user.expect('.late-hint', '2 条');
      await picture('14-offline-allow');
      await show('https://example.com/');
      await user.tap('.next-person');
      await user.expect('.door-why', '这是网址二维码');
      await show(`${green.qr.slice(0, -1)}${green.qr.endsWith('A') ? 'Q' : 'A'}`);
      await user.tap('.next-person');
      await user.expect('.door-verdict', '不能核验');
      expect(await recorded()).toHaveLength(before);
    });

    test('they survive a restart, and arrive once and in order when the network is back', async () => {
      const before = (await recorded()).length;
      await phone.setStorage('anxing.elder', 'true');
      await phone.restart({ path: 'packages/staff/home/index', query: { api: server.url } });
      await user.expect('.waiting-count', '2');
      await user.expect('.net', '没有网络');
      await picture('15-offline-home');
      await phone.setOffline(false);
      await user.expect('.waiting-count', /^0$/);
      const items = await recorded();
      expect(items).toHaveLength(before + 2);
      expect(items.slice(0, 2)).toEqual([
        expect.objectContaining({ colour: 'green', decision: 'allow', reason: '配送', late: true }),
        expect.objectContaining({ colour: 'orange', decision: 'stop', late: true }),
      ]);
      await user.tap('.to-today');
      await user.reach('packages/staff/today/index');
      await user.expect('.today-scan', '离线核验');
      await picture('16-today');
    });

    test('长辈模式 shows the same in large type', async () => {
      await phone.restart({ path: 'packages/staff/home/index', query: { api: server.url } });
      await show((await codeOf(server, 'resident')).qr);
      await user.tap('.start-scan');
      await user.expect('.door-verdict', '待核实');
      await user.find('.elder');
      await picture('17-elder-check');
      await user.tap('.to-feedback');
      await user.reach('packages/staff/feedback/index');
      await picture('18-elder-feedback');
    });

    test('an account that is disabled is told so', async () => {
      const { items } = await manager.get<{ items: StaffMember[] }>('unit/staff');
      const member = items.find(({ roles }) => roles.includes('guard'));
      await manager.patch(`unit/staff/${member?.id}`, { active: false });
      await phone.restart({ path: 'packages/staff/home/index', query: { api: server.url } });
      await user.expect('.staff-signed-out', '工作人员登录已结束');
      await picture('19-signed-out');
    });
  });
});
