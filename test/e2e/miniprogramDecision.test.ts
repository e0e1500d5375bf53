import type { PersonalCode } from '@anxing/contract/me';

import { signInResident, type ApiUser } from '../support/e2e/apiUser';
import { eventually } from '../support/e2e/eventually';
import { GuardedDoor, databaseOf } from '../support/e2e/guardedDoor';
import type { GuardPhone } from '../support/e2e/guardPhone';
import { claimIn } from '../support/e2e/newcomer';
import { OperatorPair } from '../support/e2e/operatorPair';
import { keepPicture } from '../support/e2e/phonePicture';
import { qrPicture } from '../support/e2e/qrPicture';
import { decodeQr } from '../support/e2e/qrReaders';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

/** In another city than the mall. */
const county = '350203';

describeOnBench('what a guard reads of somebody’s past, and decides himself', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let door: GuardedDoor;
    let guard: GuardPhone;
    let traveller: ApiUser;
    let orange: ApiUser;

    beforeAll(async () => {
      door = await GuardedDoor.open(platform, 'decision', databaseOf(platform));
      ({ guard } = door);
      orange = await signInResident(door.server, 'resident-orange');
      traveller = await claimIn(door.server, county);
      await door.begin();
    });

    afterAll(() => door?.close());

    afterEach(() => {
      expect(guard.phone.errors()).toEqual([]);
    });

    const picture = (name: string) => keepPicture(guard.phone, `decision-${platform}`, name);

    /** Somebody's code of this moment, as a camera gets it. */
    async function codeOf(person: ApiUser): Promise<string> {
      const { qr } = await person.get<PersonalCode>('me/code');

      return decodeQr(await qrPicture(qr));
    }

    /** Something else comes between: whatever is shown next is of the next person. */
    async function seeNobody(): Promise<void> {
      await guard.next('https://example.com/');
      await guard.user.expect('.door-verdict', '不能核验');
    }

    async function openFeedback(): Promise<void> {
      await guard.user.tap('.to-feedback');
      await guard.user.reach('packages/staff/feedback/index');
    }

    async function submitFeedback(): Promise<void> {
      await guard.user.tap('.submit-feedback');
      await guard.user.reach('packages/staff/check/index');
    }

    test('whoever was scanned nowhere has no past, and no region is told', async () => {
      await guard.startWith(await codeOf(traveller));
      await guard.user.expect('.recent', '14 天内没有其他扫码记录');
      await guard.user.expect('.door-person', '思明区');
      expect(await guard.user.count('.region-hint')).toBe(0);
    });

    test('a stay where it is worse is told with its name, its level, its day and what it asks for', async () => {
      const operator = await OperatorPair.of(door.server);
      await operator.setLevel(county, 'sporadic');
      await guard.next(await codeOf(traveller));
      await guard.user.expect('.region-hint__name', /思明区（零星散发疫情区），\d{4}年\d{1,2}月\d{1,2}日/);
      await guard.user.expect('.region-hint__policy', '请向所在社区（村）报到');
      await guard.user.expect('.big-colour', '绿码');
      await picture('01-region');
    });

    test('the last three scans stand with the result, and 更多 reads further back', async () => {
      for (let earlier = 2; earlier <= 4; earlier += 1) {
        await seeNobody();
        await guard.next(await codeOf(traveller));
        await guard.user.expect('.recent-line', door.garage.name);
      }
      await guard.user.find('.more-recent');
      expect(await guard.user.count('.recent-line')).toBe(3);
      expect(await guard.user.count('.list__end')).toBe(0);
      await guard.user.tap('.more-recent');
      await guard.user.expect('.list__end', '没有更多了');
      expect(await guard.user.count('.recent-line')).toBe(4);
      expect(await guard.user.count('.more-recent')).toBe(0);
      await picture('02-more');
      const { items } = await traveller.get<{ items: { purpose: string }[] }>('me/accesses');
      expect(items[0]?.purpose).toBe('查看近期查验记录');
    });

    test('somebody green whose face is not that of the code is stopped, for a reason of the list', async () => {
      await openFeedback();
      await guard.user.tap('.mask--true');
      await guard.user.tap('.reason--errand');
      await guard.user.tap('.override-switch');
      await guard.user.tap('.override--stop');
      await guard.user.tap('.override-reason--otherPerson');
      await submitFeedback();
      await guard.user.expect('.door-verdict', '禁止通行');
      expect(await door.lastRecord()).toMatchObject({
        colour: 'green',
        decision: 'stop',
        reason: '购物办事',
        override: '人码不一致',
        note: null,
      });
    });

    test('another decision without a reason is not sent', async () => {
      await guard.next(await codeOf(orange));
      await guard.user.expect('.big-colour', '橙码');
      await openFeedback();
      await guard.user.tap('.reason--medical');
      await guard.user.tap('.override-switch');
      await guard.user.tap('.submit-feedback');
      await guard.user.expect('.override .field__error', '请选择改变的理由');
      await picture('03-no-reason');
      expect((await door.lastRecord()).override).toBeNull();
    });

    test('with its reason and a note it lets somebody orange in, and both are stored', async () => {
      await guard.user.tap('.override-reason--emergency');
      await guard.user.type('.override-note', '随救护车到达，已联系急诊');
      await picture('04-override');
      await submitFeedback();
      await guard.user.expect('.door-verdict', '放行');
      await guard.user.expect('.big-colour', '橙码');
      await picture('05-let-in');
      expect(await door.lastRecord()).toMatchObject({
        colour: 'orange',
        decision: 'allow',
        reason: '就医',
        override: '急救就医',
        note: '随救护车到达，已联系急诊',
        late: false,
      });
    });

    test('what was told wrong is put right, and the own decision can be kept', async () => {
      await openFeedback();
      await guard.user.tap('.reason--visit');
      await guard.user.tap('.override-switch');
      await guard.user.tap('.override--allow');
      await guard.user.tap('.override-reason--checked');
      await submitFeedback();
      await eventually(async () => {
        expect(await door.lastRecord()).toMatchObject({ reason: '探访', override: '已当面核实', note: null });
      });
      await guard.user.expect('.door-verdict', '放行');
    });

    test('who has fever is let in for few reasons only', async () => {
      await guard.next(await codeOf(traveller));
      await guard.user.expect('.big-colour', '绿码');
      await openFeedback();
      await guard.user.type('.temperature-input', '38.2');
      await guard.user.expect('.stepper__note', '属于发热');
      await guard.user.tap('.mask--true');
      await guard.user.tap('.reason--medical');
      await guard.user.tap('.override-switch');
      await guard.user.find('.override-reason--measuredAgain');
      expect(await guard.user.count('.override-reason--checked')).toBe(0);
      await picture('06-fever');
      await guard.user.tap('.override-reason--emergency');
      await submitFeedback();
      await guard.user.expect('.door-verdict', '放行');
      expect(await door.lastRecord()).toMatchObject({ temperature: 38.2, override: '急救就医' });
    });
  });
});
