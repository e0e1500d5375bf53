import { inventIdNumber, inventName } from '../support/api/invented';
import { drawCard } from '../support/cards/drawCard.mjs';
import { signInResident, type ApiUser } from '../support/e2e/apiUser';
import { GuardedDoor, databaseOf } from '../support/e2e/guardedDoor';
import type { GuardPhone } from '../support/e2e/guardPhone';
import { demoPersonOf, masked } from '../support/e2e/people';
import { keepPicture } from '../support/e2e/phonePicture';
import { qrPicture } from '../support/e2e/qrPicture';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

const young = demoPersonOf('resident');
const old = { name: inventName(), idNumber: inventIdNumber('19500307') };

/** As the sheet shows a number, for the guard to compare with the card. */
function shownNumber({ idNumber }: { idNumber: string }): string {
  return `${idNumber.slice(0, 2)}*****${idNumber.slice(-3)}`;
}

describeOnBench('a guard who takes a picture of an identity card', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let door: GuardedDoor;
    let guard: GuardPhone;
    let applicant: ApiUser;

    beforeAll(async () => {
      door = await GuardedDoor.open(platform, 'id-card', databaseOf(platform));
      ({ guard } = door);
      applicant = await signInResident(door.server, 'resident');
      const relative = { relation: 'parent', idType: 'resident', pledged: true };
      await applicant.post('me/family', { ...old, ...relative });
      await door.begin();
    });

    afterAll(() => door?.close());

    afterEach(() => {
      expect(guard.phone.errors()).toEqual([]);
    });

    const picture = (name: string) => keepPicture(guard.phone, `id-card-${platform}`, name);

    async function photograph(card: Buffer): Promise<void> {
      await guard.aimAt(card);
      await guard.user.tap('.start-id-card');
    }

    test('has to compare what was read before anybody is checked', async () => {
      await photograph(drawCard(old.idNumber));
      await guard.user.expect('.card-sheet', shownNumber(old));
      await guard.user.expect('.card-sheet', '1950 年');
      expect(await guard.user.count('.card-reason--noPhone')).toBe(0);
      await picture('01-compare');
      expect(await door.records()).toEqual([]);
    });

    test('checks somebody of sixty or more once he has confirmed', async () => {
      await guard.user.tap('.confirm-card');
      await guard.user.reach('packages/staff/check/index');
      await guard.user.expect('.door-person', masked(old.name));
      await guard.user.expect('.door-person', '身份证');
      await guard.user.expect('.big-colour', '绿码');
      await guard.user.expect('.door-verdict', '待核实');
      await picture('02-old');
      expect(await door.lastRecord()).toMatchObject({ object: 'idCard', colour: 'green', late: false });
    });

    test('says why for somebody younger, or nothing is checked', async () => {
      await guard.goHome();
      await photograph(drawCard(young.idNumber));
      await guard.user.expect('.card-sheet', shownNumber(young));
      await guard.user.expect('.card-sheet', '未满 60 周岁，请选择原因');
      await guard.user.tap('.confirm-card');
      await guard.user.expect('.card-sheet .field__error', '请选择原因');
      await picture('03-young');
      expect(await door.records()).toHaveLength(1);
      await guard.user.tap('.card-reason--phoneOff');
      await guard.user.tap('.confirm-card');
      await guard.user.reach('packages/staff/check/index');
      await guard.user.expect('.door-person', masked(young.name));
      expect(await door.lastRecord()).toMatchObject({ object: 'idCard', colour: 'green' });
    });

    test('and the person reads the reason', async () => {
      const { items } = await applicant.get<{ items: { purpose: string }[] }>('me/accesses');
      expect(items.map(({ purpose }) => purpose)).toContain('身份证识别（手机没电或损坏）');
    });

    test('is told when no number could be read with certainty, and takes another picture', async () => {
      await guard.goHome();
      await photograph(await qrPicture('AX1:not-a-card'));
      await guard.user.expect('.card-sheet .problem', '没有读清身份证号码');
      await picture('04-unreadable');
      await guard.aimAt(drawCard(old.idNumber, { rotate: 3, light: 0.8 }));
      await guard.user.tap('.card-again');
      await guard.user.expect('.card-sheet', shownNumber(old));
      await guard.aimAt(drawCard(young.idNumber));
      await guard.user.tap('.card-again');
      await guard.user.expect('.card-sheet', shownNumber(young));
    });

    test('closes the sheet without a check', async () => {
      const { length } = await door.records();
      await guard.user.tap('.card-cancel');
      await guard.user.reach('packages/staff/home/index');
      await guard.user.find('.start-id-card');
      expect(await guard.user.count('.card-sheet')).toBe(0);
      expect(await door.records()).toHaveLength(length);
    });

    test('learns of somebody without a code that he has none', async () => {
      const stranger = { idNumber: inventIdNumber('19480612') };
      await photograph(drawCard(stranger.idNumber));
      await guard.user.expect('.card-sheet', shownNumber(stranger));
      await guard.user.tap('.confirm-card');
      await guard.user.reach('packages/staff/check/index');
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '此人尚未在本省申领健康码');
      await picture('05-stranger');
    });
  });
});
