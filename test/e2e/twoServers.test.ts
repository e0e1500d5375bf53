import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DeviceCreated } from '@anxing/contract/devices';
import type { PersonalCode } from '@anxing/contract/me';
import type { StaffMember } from '@anxing/contract/units';
import { makeUuid7 } from '@anxing/contract/uuid7';
import type { VisitAnswer } from '@anxing/contract/visits';

import { dayOf } from '../../api/src/base/days';
import { deliverFacts } from '../../api/src/commands/deliverFacts';
import { demoResidents } from '../../api/src/demo/demoPeople';
import { buildDeviceModel } from '../support/api/factories/buildDevice';
import { PrivateRedis } from '../support/api/privateRedis';
import { asksWhoIsThere, openFromMenu, signInAtDesk } from '../support/e2e/adminSite';
import { accountOf, signInResident, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import { openBrowser, type OpenBrowser } from '../support/e2e/browser';
import { openHouse } from '../support/e2e/crowd';
import { eventually } from '../support/e2e/eventually';
import { Gate } from '../support/e2e/gate';
import { button, comeBack, see } from '../support/e2e/h5Resident';
import { startServer, type RunningServer } from '../support/e2e/server';
import { Switchboard } from '../support/e2e/switchboard';
import { inThirdProcess } from '../support/e2e/thirdProcess';
import { checkIn, flowOf, placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(60_000);

const mariadb = process.env.ANXING_TEST_MARIADB;
const onTwoServers = mariadb ? describe : describe.skip;

/** How soon a change made on one is in force on the other, ms. */
const soon = 2_000;

const lost = expect.stringContaining('"bus":"unhealthy"');
const regained = expect.stringMatching(/"bus":"unhealthy"[^]*"bus":"healthy"/);

async function guardOf(manager: ApiUser): Promise<StaffMember> {
  const { items } = await manager.get<{ items: StaffMember[] }>('unit/staff');
  const found = items.find(({ roles }) => roles.includes('guard'));
  if (!found) {
    throw new Error('the demo has no guard');
  }

  return found;
}

onTwoServers('two servers of one database and one Redis', () => {
  let redis: PrivateRedis;
  let browser: OpenBrowser;
  let board: Switchboard;
  let one: RunningServer;
  let other: RunningServer;
  let manager: ApiUser;
  let resident: ApiUser;
  let garage: Place;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    browser = await openBrowser();
    const environment = { REDIS_URL: redis.url };
    one = await startServer({ name: 'two-servers', database: mariadb ?? '', environment });
    other = await one.beside();
    board = await Switchboard.open(one);
    manager = await signInStaff(one, 'manager');
    resident = await signInResident(other, 'resident');
    garage = await placeNamed(manager, '示例万象停车楼');
  });

  afterAll(async () => {
    await browser?.close();
    board?.close();
    await one?.close();
    await redis?.stop();
  });

  test('a visitor comes in by one and leaves by the other; the manager watches on the other', async () => {
    const [phone, desk] = [await browser.phone(), await browser.desk()];
    desk.tolerate(asksWhoIsThere);
    await signInAtDesk(desk.page, other.url, accountOf(one, 'manager'));
    await openFromMenu(desk.page, '人流预警');
    const inside = desk.page.getByRole('row', { name: garage.name }).locator('.boardInside');
    await inside.getByText('0', { exact: true }).waitFor();

    const { page } = phone;
    await page.goto(`${board.url}/m/`);
    await comeBack(page, accountOf(one, 'resident'));
    await page.goto(garage.link.replace(one.url, board.url));
    await button(page, '信息登记').click();
    await see(page, '通行');
    await inside.getByText('1', { exact: true }).waitFor();
    await openFromMenu(desk.page, '出入记录');
    await desk.page.getByRole('row', { name: garage.name }).waitFor();
    await openFromMenu(desk.page, '人流预警');
    await inside.getByText('1', { exact: true }).waitFor();

    board.leadTo(other);
    await button(page, '返回健康码').click();
    await page.locator('.code-frame:visible').waitFor();
    await page.getByText('我的', { exact: true }).click();
    await button(page, '我的行程').click();
    await button(page, '登记离开').click();
    await page.getByText('已登记离开').waitFor();
    await inside.getByText('0', { exact: true }).waitFor();
    expect(await flowOf(manager, garage.id)).toMatchObject({ in: 1, out: 1, inside: 0 });
    expect([...phone.troubles(), ...desk.troubles()]).toEqual([]);
    await Promise.all([phone.leave(), desk.leave()]);
  });

  test('the same check-in fifty times at once over both counts once', async () => {
    const before = await flowOf(manager, garage.id);
    const body = { id: makeUuid7(Date.now(), randomBytes(10)), poster: garage.link.split('/p/')[1] };
    const sent = Array.from({ length: 50 }, (_, nth) =>
      resident.at(nth % 2 ? one : other).post<VisitAnswer>('visits', body),
    );
    const answers = await Promise.all(sent);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    for (const server of [one, other]) {
      expect(await flowOf(manager.at(server), garage.id)).toMatchObject({
        in: (before?.in ?? 0) + 1,
        inside: (before?.inside ?? 0) + 1,
      });
    }
  });

  /** Both rely on what they have read, until they hear of a change. */
  async function untilBothKeepCopies(): Promise<void> {
    await eventually(async () => {
      for (const { url } of [one, other]) {
        expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^anxing_bus_healthy 1$/m);
      }
    });
  }

  test('a duty that was begun or ended on one is so on the other', async () => {
    await untilBothKeepCopies();
    const [here, there] = [await signInStaff(one, 'guard'), await signInStaff(other, 'guard')];
    const { number: object } = await resident.get<PersonalCode>('me/code');
    const check = () =>
      there.post('scans', { id: makeUuid7(Date.now(), randomBytes(10)), object, pointId: garage.id });
    await expect(check()).rejects.toThrow(/duty_required/);
    await here.post('unit/duties', { pointId: garage.id });
    await check();
    await check();
    await here.delete('unit/duties/current');
    await eventually(() => expect(check()).rejects.toThrow(/duty_required/), soon);
  });

  test('a person who was disabled on one is out on the other', async () => {
    await untilBothKeepCopies();
    const guard = await signInStaff(other, 'guard');
    await guard.get('unit');
    const { id } = await guardOf(manager);
    await manager.patch(`unit/staff/${id}`, { active: false });
    await eventually(() => expect(guard.get('unit')).rejects.toThrow(/ 401 /), soon);
  });

  test('a device that was disabled on one is refused by the other', async () => {
    const { id: pointId } = await placeNamed(manager, '示例万象停车楼');
    const { unit } = await manager.get<{ unit: { id: string } }>('unit');
    const house = await openHouse(one);
    const { id: modelId } = await buildDeviceModel(house, unit.id);
    await house.close();
    const folder = mkdtempSync(path.join(tmpdir(), 'anxing-gate-'));
    const serial = 'SN-21';
    const named = { name: '二号闸机', modelId, pointId, serial };
    const { device, enrolment } = await manager.post<DeviceCreated>('unit/devices', named);
    const gate = await Gate.open({ url: other.url, code: enrolment.code, serial, folder, skew: 0 });
    await untilBothKeepCopies();
    // Another code each time: a gate opens once for each.
    const passes = async () => gate.show((await resident.post<PersonalCode>('me/code/renewals', {})).qr);
    expect(await passes()).toEqual({ opens: true, byItself: false });
    await manager.patch(`unit/devices/${device.id}`, { active: false });
    await eventually(async () => expect(await passes()).toEqual({ opens: false, byItself: false }), soon);
    gate.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a poster that was revoked on one opens nothing on the other', async () => {
    const place = await placeNamed(manager, '示例万象商业广场');
    await untilBothKeepCopies();
    await checkIn(resident, place);
    const point = await manager.get<{ poster: { id: string } }>(`unit/points/${place.id}`);
    await manager.delete(`unit/points/${place.id}/posters/${point.poster.id}`);
    await eventually(() => expect(checkIn(resident, place)).rejects.toThrow(/ 4\d\d /), soon);
  });

  test('a colour that a third process changed is the colour on both', async () => {
    await untilBothKeepCopies();
    const codes = () => Promise.all([one, other].map((at) => resident.at(at).get<PersonalCode>('me/code')));
    expect((await codes()).map(({ colour }) => colour)).toEqual(['green', 'green']);
    await inThirdProcess(one, async (services) => {
      const date = dayOf(Date.now(), services.config.brand.zone);
      const idNumber = demoResidents.find(({ role }) => role === 'resident')?.person?.idNumber ?? '';
      const facts = [{ idType: 'resident' as const, idNumber, kind: 'clinicVisit', date }];
      await deliverFacts(services, { source: 'fever', submittedBy: 'test', facts });
    });
    await eventually(async () => {
      expect((await codes()).map(({ colour }) => colour)).toEqual(['orange', 'orange']);
    }, soon);
  });

  test('without Redis both go on, and changes are in force; with it again they hear of each other', async () => {
    const found = await guardOf(manager);
    const isActive = async () => {
      const { active } = await manager.at(other).get<StaffMember>(`unit/staff/${found.id}`);

      return active;
    };
    const setActive = (active: boolean) => manager.patch(`unit/staff/${found.id}`, { active });
    await redis.stop();
    await eventually(() => {
      expect([one, other].map((server) => server.readLog())).toEqual([lost, lost]);
    });
    await Promise.all([checkIn(resident, garage), checkIn(resident.at(one), garage)]);
    for (const active of [true, false, true]) {
      await setActive(active);
      expect(await isActive()).toBe(active);
    }

    await redis.start();
    await eventually(() => {
      expect([one, other].map((server) => server.readLog())).toEqual([regained, regained]);
    });
    await untilBothKeepCopies();
    await isActive();
    await setActive(false);
    await eventually(async () => expect(await isActive()).toBe(false), soon);
  });

  test('one that was killed is replaced at once, and the other goes on', async () => {
    await other.kill();
    await checkIn(resident.at(one), garage);
    await other.start();
    await checkIn(resident, garage);
    expect([one, other].map((server) => server.readLog().includes('"level":50'))).toEqual([false, false]);
  });
});
