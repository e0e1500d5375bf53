import { GuardedDoor, databaseOf } from '../support/e2e/guardedDoor';
import { eventually } from '../support/e2e/eventually';
import type { GuardPhone } from '../support/e2e/guardPhone';
import { OperatorPair } from '../support/e2e/operatorPair';
import { demoPersonOf, masked } from '../support/e2e/people';
import { keepPicture } from '../support/e2e/phonePicture';
import { ResidentPhone } from '../support/e2e/residentPhone';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

const holder = demoPersonOf('resident');

describeOnBench('a phone without network in front of a guard', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let door: GuardedDoor;
    let guard: GuardPhone;
    let resident: ResidentPhone;
    let clinic: string;

    beforeAll(async () => {
      door = await GuardedDoor.open(platform, 'pass', databaseOf(platform));
      ({ guard } = door);
      clinic = await door.addPoint({ name: '示例门诊楼', category: 'medical' });
      resident = await ResidentPhone.open(platform, door.server.url, 'holder');
      await resident.become(holder);
      await resident.user.find('.code-frame');
      await eventually(async () => expect(await resident.phone.getStorage('anxing.outagePass')).toBeTruthy());
      await door.begin();
    });

    afterAll(async () => {
      await resident?.phone.close();
      await door?.close();
    });

    afterEach(() => {
      expect([...guard.phone.errors(), ...resident.phone.errors()]).toEqual([]);
    });

    const picture = (name: string) => keepPicture(guard.phone, `pass-${platform}`, name);

    /** The pass of this moment, from the screen of the phone. */
    async function shownPass(): Promise<string> {
      const text = await resident.readScreen();
      expect(text).toMatch(/^AX2:/);

      return text;
    }

    /** Waits until the guard's phone has fetched what is void, after a moment. */
    async function untilListsOf(moment: number): Promise<void> {
      await eventually(async () => {
        const lists = JSON.parse(String(await guard.phone.getStorage('anxing.doorLists'))) as {
          asOf: number;
        };
        expect(lists.asOf).toBeGreaterThan(moment);
      });
    }

    test('shows its pass, never a code', async () => {
      await resident.phone.setOffline(true);
      await resident.user.expect('.pass-card', '离线');
      await keepPicture(resident.phone, `pass-${platform}`, '01-shown');
      await shownPass();
    });

    test('where the guard has none either, the pass is taken, and waits to be told', async () => {
      await guard.phone.setOffline(true);
      await guard.startWith(await shownPass());
      await guard.user.expect('.door-verdict', '待核实');
      await guard.user.expect('.big-colour', '绿码');
      await guard.user.expect('.late-mark', '离线核验');
      await guard.user.expect('.door-person', '离线通行码');
      await picture('02-offline');
      await guard.user.tap('.mask--true');
      await guard.user.tap('.reason--errand');
      await guard.user.tap('.submit-feedback');
      await guard.user.expect('.door-verdict', '放行');
      await guard.user.expect('.late-hint', '1 条');
      expect(await door.records()).toEqual([]);
    });

    test('what was decided so cannot be decided otherwise before it is told', async () => {
      await guard.user.tap('.to-feedback');
      await guard.user.reach('packages/staff/feedback/index');
      await guard.user.expect('.feedback-form', '离线时不能改变处理结果');
      await guard.phone.miniProgram.native().navigateLeft();
      await guard.user.reach('packages/staff/check/index');
    });

    test('with network it says who somebody is; what is decided comes from the server', async () => {
      await guard.phone.setOffline(false);
      await eventually(async () => expect(await door.records()).toHaveLength(1));
      expect(await door.lastRecord()).toMatchObject({ object: 'pass', late: true, decision: 'allow' });
      await guard.next(await shownPass());
      await guard.user.expect('.door-person', masked(holder.name));
      await guard.user.expect('.door-person', '离线通行码');
      expect(await guard.user.count('.late-mark')).toBe(0);
      expect(await door.lastRecord()).toMatchObject({ object: 'pass', late: false });
    });

    test('a place that takes none says so', async () => {
      await guard.moveTo(clinic);
      await guard.phone.setOffline(true);
      await guard.startWith(await shownPass());
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '本扫码点不接受离线通行码');
      await picture('03-not-taken');
      await guard.phone.setOffline(false);
    });

    test('a pass that still says green is not believed where there is a network', async () => {
      const operator = await OperatorPair.of(door.server);
      await operator.turnOrange(holder);
      await resident.user.expect('.pass-card', '绿码');
      await guard.next(await shownPass());
      await guard.user.expect('.door-verdict', '禁止通行');
      await guard.user.expect('.big-colour', '橙码');
      await picture('04-orange');
    });

    test('nor without, once the guard’s phone has heard of it', async () => {
      const moment = Date.now();
      await guard.moveTo(door.garage.id);
      await untilListsOf(moment);
      await guard.phone.setOffline(true);
      await guard.startWith(await shownPass());
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '离线通行码已作废（颜色已变化），请联网核验');
      await picture('05-void');
    });
  });
});
