import { inventIdNumber, inventName } from '../support/api/invented';
import { GuardedDoor, databaseOf } from '../support/e2e/guardedDoor';
import type { GuardPhone } from '../support/e2e/guardPhone';
import { demoPersonOf, masked } from '../support/e2e/people';
import { keepPicture } from '../support/e2e/phonePicture';
import { qrPicture } from '../support/e2e/qrPicture';
import { decodeQr } from '../support/e2e/qrReaders';
import { ResidentPhone } from '../support/e2e/residentPhone';
import { describeOnBench } from '../support/miniprogram/onBench';
import type { Platform } from '../support/miniprogram/types';

jest.setTimeout(90_000);

const holder = demoPersonOf('resident');
const mother = { name: inventName(), idNumber: inventIdNumber('19520318') };

/** A code of another province, as the national platform's stand-in reads it. */
function nationalCode(idNumber: string, colour = 'green'): string {
  return `GK:${colour}:420000:resident:${idNumber}`;
}

/** One character changed inside the sealed part, which says whose it is. */
function forged(code: string): string {
  const at = 10;

  return code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1);
}

/** As a camera gets it: drawn, and read again by two readers. */
async function throughPicture(text: string): Promise<string> {
  return decodeQr(await qrPicture(text));
}

describeOnBench('what people hold out to a guard', () => {
  describe.each<Platform>(['weapp', 'alipay'])('with the compiled %s app', (platform) => {
    let door: GuardedDoor;
    let guard: GuardPhone;
    let resident: ResidentPhone;
    let printed: string;

    beforeAll(async () => {
      door = await GuardedDoor.open(platform, 'scans', databaseOf(platform));
      ({ guard } = door);
      resident = await ResidentPhone.open(platform, door.server.url, 'holder');
      await resident.become(holder);
      await door.begin();
    });

    afterAll(async () => {
      await resident?.phone.close();
      await door?.close();
    });

    afterEach(() => {
      expect([...guard.phone.errors(), ...resident.phone.errors()]).toEqual([]);
    });

    const picture = (name: string) => keepPicture(guard.phone, `scans-${platform}`, name);

    /** What stands on the result of somebody who may come in once the mask is seen. */
    async function seeHolder(name: string, object: string): Promise<void> {
      const { user } = guard;
      await user.expect('.door-person', masked(name));
      await user.expect('.door-person', object);
      await user.expect('.door-verdict', '待核实');
      await user.expect('.big-colour', '绿码');
    }

    test('the code on a resident’s screen is read from a picture of that screen', async () => {
      await guard.startWith(await resident.readScreen());
      await seeHolder(holder.name, '健康码');
      await picture('01-code');
      expect(await door.lastRecord()).toMatchObject({ object: 'code', colour: 'green', late: false });
    });

    test('a relative’s card, made and printed by the resident’s app, says who she is', async () => {
      const { user } = resident;
      await resident.openFromMenu('family');
      await user.tap('.start-adding');
      await user.tap('.relation--parent');
      await user.type('.name-input', mother.name);
      await user.type('.id-number-input', mother.idNumber);
      await user.tap('.pledge');
      await keepPicture(resident.phone, `scans-${platform}`, '02-family-form');
      await user.tap('.add-member');
      await user.expect('.member', masked(mother.name));
      await user.tap('.make-card');
      printed = await resident.readPrintedCard();
      await keepPicture(resident.phone, `scans-${platform}`, '03-family');
      await guard.next(printed);
      await seeHolder(mother.name, '纸质卡');
      await picture('04-card');
      expect(await door.lastRecord()).toMatchObject({ object: 'card', colour: 'green' });
    });

    test('a card that was lost is void at once', async () => {
      await resident.user.tap('.void-card');
      await resident.phone.miniProgram.native().confirmModal();
      await resident.user.expect('.member', '还没有纸质卡');
      await guard.next(printed);
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '该纸质卡已停用');
    });

    test('the national code is merged into the own code of its holder', async () => {
      await guard.next(await throughPicture(nationalCode(holder.idNumber)));
      await seeHolder(holder.name, '国家健康码');
      await picture('05-national');
      expect(await door.lastRecord()).toMatchObject({ object: 'national', colour: 'green' });
    });

    test.each([
      [
        'of whom no province says anything',
        () => nationalCode(inventIdNumber(), 'unknown'),
        '此人尚未在本省登记',
      ],
      ['the poster of the place', () => door.garage.link, '这是场所张贴码，请扫对方的健康码'],
      ['an ID number', () => holder.idNumber, '身份证号不能直接查验'],
      ['a shopping voucher', () => 'voucher 2026 05', '无法识别，请出示健康码'],
    ])('%s gets its own short sentence', async (_, text, sentence) => {
      const { length } = await door.records();
      await guard.next(await throughPicture(text()));
      await guard.user.expect('.door-why', sentence);
      await guard.user.expect('.door-verdict', '不能核验');
      expect(await door.records()).toHaveLength(length);
    });

    test('a code of which one letter was changed is told to be forged', async () => {
      await resident.openCode();
      await guard.next(await throughPicture(forged(await resident.readScreen())));
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.user.expect('.door-why', '伪造或外省的健康码，请核实其身份');
      await picture('06-forged');
    });

    test.each([
      ['a card', () => printed, '纸质卡需要联网核验，现在没有网络'],
      ['a national code', () => nationalCode(holder.idNumber), '外省或其他平台的码需要联网核验'],
    ])('without network %s waits for it, in words', async (_, text, sentence) => {
      await guard.phone.setOffline(true);
      await guard.next(text());
      await guard.user.expect('.door-why', sentence);
      await guard.user.expect('.door-verdict', '不能核验');
      await guard.phone.setOffline(false);
    });

    test('the resident finds both checks in her trail, and who looked', async () => {
      await resident.openFromMenu('trail');
      await resident.user.expect('.trail-item', door.garage.name);
      expect(await resident.user.count('.trail-item')).toBe(2);
      await resident.openFromMenu('accesses');
      await resident.user.expect('.access-item', '示例万象商业广场');
      await keepPicture(resident.phone, `scans-${platform}`, '07-accesses');
    });
  });
});
