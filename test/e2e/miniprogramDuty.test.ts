import type { CurrentDuty } from '@anxing/contract/duties';
import type { PersonalCode } from '@anxing/contract/me';
import type { StaffCreated } from '@anxing/contract/units';

import { inventName, inventPhone } from '../support/api/invented';
import { signInResident, signInStaff } from '../support/e2e/apiUser';
import { GuardedDoor, databaseOf } from '../support/e2e/guardedDoor';
import type { GuardPhone } from '../support/e2e/guardPhone';
import { OperatorPair } from '../support/e2e/operatorPair';
import { demoStaffPersonOf } from '../support/e2e/people';
import { keepPicture } from '../support/e2e/phonePicture';
import { qrPicture } from '../support/e2e/qrPicture';
import { decodeQr } from '../support/e2e/qrReaders';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

const newPassword = 'TestOnly-7421';

describeOnBench('a guard who comes and goes', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let door: GuardedDoor;
    let guard: GuardPhone;

    beforeAll(async () => {
      door = await GuardedDoor.open(platform, 'duty', databaseOf(platform));
      ({ guard } = door);
      await door.begin();
    });

    afterAll(() => door?.close());

    afterEach(() => {
      expect(guard.phone.errors()).toEqual([]);
    });

    const picture = (name: string) => keepPicture(guard.phone, `duty-${platform}`, name);

    /** Where the server has the guard standing. */
    async function standsAt(): Promise<string | undefined> {
      const user = await signInStaff(door.server, 'guard');
      const { duty } = await user.get<CurrentDuty>('unit/duties/current');

      return duty?.point.name;
    }

    /** Takes the account of staff off the phone, and comes to where they sign in. */
    async function signOut(): Promise<void> {
      await guard.user.tap('.staff-sign-out');
      await guard.phone.miniProgram.native().confirmModal();
      await guard.user.reach('pages/me/index');
      await guard.user.tap('.to-staff');
      await guard.user.reach('pages/signIn/index');
    }

    /** Somebody whose phone nobody verified, with the password for the first time. */
    async function addColleague(): Promise<{ phone: string; secret: string }> {
      const phone = inventPhone();
      const member = { name: inventName(), phone, roles: ['guard'], pointIds: [door.garage.id] };
      const { activation } = await door.manager.post<StaffCreated>('unit/staff', member);

      return { phone, secret: activation.password };
    }

    test('stays on duty when he thinks better of leaving', async () => {
      await guard.user.tap('.off-duty');
      await guard.phone.miniProgram.native().cancelModal();
      await guard.user.find('.start-scan');
      expect(await standsAt()).toBe(door.garage.name);
    });

    test('goes off duty, and is nowhere any more', async () => {
      await guard.user.tap('.off-duty');
      await guard.phone.miniProgram.native().confirmModal();
      await guard.user.reach('packages/staff/post/index');
      expect(await standsAt()).toBeUndefined();
      await guard.user.expect('.chosen-point', door.garage.name);
      await picture('01-off-duty');
    });

    test('begins again where he was with one tap, also after a restart', async () => {
      await guard.phone.restart({ path: 'packages/staff/home/index', query: { api: door.server.url } });
      await guard.user.reach('packages/staff/post/index');
      await guard.user.expect('.chosen-point', door.garage.name);
      await guard.user.tap('.go-on-duty');
      await guard.user.reach('packages/staff/home/index');
      await guard.user.expect('.standing__where', '安宁社区');
      expect(await standsAt()).toBe(door.garage.name);
    });

    test('whose own code turns orange meanwhile checks nobody any more', async () => {
      const resident = await signInResident(door.server, 'resident');
      const { qr } = await resident.get<PersonalCode>('me/code');
      const operator = await OperatorPair.of(door.server);
      await operator.turnOrange(demoStaffPersonOf('guard'));
      await guard.startWith(await decodeQr(await qrPicture(qr)));
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '您的健康码已不是绿码，已自动下岗');
      await picture('02-over');
      expect(await door.records()).toEqual([]);
      expect(await standsAt()).toBeUndefined();
    });

    test('is told why where he signs on, and not let on duty', async () => {
      await guard.user.tap('.to-staff-post');
      await guard.user.reach('packages/staff/post/index');
      await guard.user.expect('.duty-over', '已自动下岗');
      await guard.user.tap('.go-on-duty');
      await guard.user.expect('.duty-problem', '您的健康码未通过核验，暂不能上岗');
      await guard.user.expect('.duty-problem__advice', '请返回居民端查看颜色依据');
      await picture('03-orange');
      await guard.user.reach('packages/staff/post/index');
      expect(await standsAt()).toBeUndefined();
    });

    test('signs out without being on duty, so that somebody else may stand there', async () => {
      const colleague = await addColleague();
      await signOut();
      await guard.typeAccount(colleague);
      await guard.user.reach('packages/staff/password/index');
      await guard.user.type('.new-password', newPassword);
      await guard.user.type('.new-password-again', newPassword);
      await guard.user.tap('.save-password');
      await guard.user.reach('packages/staff/post/index');
    });

    test('without a code of his own is sent to claim one', async () => {
      await guard.askForDuty(door.garage.id);
      await guard.user.expect('.duty-problem', '请先用工作手机号在小程序实名并申领健康码，再上岗');
      await guard.user.expect('.duty-problem__advice', '用这个账号的手机号登录');
      await picture('04-unverified');
      await guard.user.tap('.to-resident');
      await guard.user.reach('pages/signIn/index');
    });
  });
});
