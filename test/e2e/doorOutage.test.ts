import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DeviceCreated } from '@anxing/contract/devices';
import type { Point } from '@anxing/contract/points';
import type { StaffMember } from '@anxing/contract/units';
import type { Page } from 'playwright-core';

import { idFromBytes, idToBytes } from '../../api/src/base/ids';
import type { Services } from '../../api/src/context';
import { Unit } from '../../api/src/models/unit';
import { buildDeviceModel } from '../support/api/factories/buildDevice';
import { signInAtDesk } from '../support/e2e/adminSite';
import { accountOf, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import type { Visitor } from '../support/e2e/browser';
import { buildCrowd, openHouse, type Passer } from '../support/e2e/crowd';
import { eventually } from '../support/e2e/eventually';
import { Gate } from '../support/e2e/gate';
import { GuardPhone } from '../support/e2e/guardPhone';
import { stand } from '../support/e2e/kioskDesk';
import { ScanGun } from '../support/e2e/scanGun';
import { openScene, type Scene } from '../support/e2e/scene';
import { flowOf } from '../support/e2e/venue';

jest.setTimeout(300_000);

const database = process.env.ANXING_TEST_MARIADB;
const people = 200;
const green = 1;
/** s: clocks of the gates; one is an hour behind, one fast. */
const skews = [0, 90, -3_600];
const [signedOut, gone] = [/status of 401/, /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/];

let scene: Scene;
let house: Services & { close(): Promise<void> };
let manager: ApiUser;
let point: Point;
let crowd: Passer[];
let visitor: Visitor;
let gun: ScanGun;
let guard: GuardPhone;
const gates: Gate[] = [];
/** The gates, then the kiosk, then the phone: each has every fifth person. */
const verifiers = skews.length + 2;
const [kiosk, phone] = [skews.length, skews.length + 1];
const folder = mkdtempSync(path.join(tmpdir(), 'anxing-gates-'));

async function openGate(skew: number, at: number): Promise<Gate> {
  const unit = await Unit.findOne({ where: { name: '示例万象商业广场' }, rejectOnEmpty: true });
  const model = await buildDeviceModel(house, unit.id, { model: `AX-GATE-${at}` });
  const { enrolment } = await manager.post<DeviceCreated>('unit/devices', {
    name: `${at + 1} 号闸机`,
    modelId: model.id,
    pointId: point.id,
    serial: `SN-${at}`,
  });
  const { url } = scene.server;

  return Gate.open({
    url,
    code: enrolment.code,
    serial: `SN-${at}`,
    folder: path.join(folder, `${at}`),
    skew,
  });
}

/** The guard of the demo has a green code of his own; he may stand at the new point too. */
async function grantPoint(): Promise<void> {
  const { items } = await manager.get<{ items: StaffMember[] }>('unit/staff');
  const guard = items.find(({ roles }) => roles.includes('guard'));
  await manager.patch(`unit/staff/${guard?.id}`, { pointIds: [point.id] });
}

async function openKiosk(): Promise<void> {
  visitor = await scene.browser.desk();
  visitor.tolerate(signedOut);
  visitor.tolerate(gone);
  const { page } = visitor;
  await signInAtDesk(page, scene.server.url, accountOf(scene.server, 'guard'));
  await page.goto(`${scene.server.url}/admin/kiosk`);
  await stand(page, point.name);
  // What verifies codes has come.
  await page.getByText('没有作废名单').waitFor({ state: 'hidden' });
  gun = await ScanGun.at(page);
}

beforeAll(async () => {
  scene = await openScene({ name: 'doorOutage', ...(database ? { database } : {}) });
  house = await openHouse(scene.server);
  manager = await signInStaff(scene.server, 'manager');
  point = await manager.post<Point>('unit/points', {
    name: '滨江公园南门',
    address: '示例路 9 号',
    category: 'park',
    division: '350102',
  });
  crowd = await buildCrowd(house, people, green);
  for (const [at, skew] of skews.entries()) {
    gates.push(await openGate(skew, at));
  }
  await grantPoint();
  await openKiosk();
  guard = await GuardPhone.open('weapp', scene.server.url);
  await guard.goOnDuty(accountOf(scene.server, 'guard'), point.id);
});

afterAll(async () => {
  gates.forEach((gate) => gate.kill());
  await guard?.phone.close();
  await house?.close();
  await scene?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What nobody may be let in with. */
function notGenuine(): string[] {
  const [first] = crowd;

  return [first?.picture() ?? '', first?.stale() ?? '', 'https://example.cn/', '134567890123456789'];
}

/** Every second phone was online a moment ago, the others show their pass. */
function shows(at: number): string {
  const passer = crowd[at];

  return (at % 2 === 0 ? passer?.code() : passer?.pass()) ?? '';
}

/** A busy machine types slower than a gun: what was torn is shot again, as a guard would. */
async function shoot(page: Page, at: number): Promise<void> {
  const verdict = page.getByText('离线核验', { exact: true }).first();
  for (let tries = 3; tries > 0; tries -= 1) {
    await gun.shoot(shows(at));
    const isRead = await verdict.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (!isRead && process.env.ANXING_SCREENSHOTS) {
      await page.screenshot({ path: path.join(process.env.ANXING_SCREENSHOTS, `torn-${at}-${tries}.png`) });
    }
    await page.keyboard.press('Escape');
    if (isRead) {
      return;
    }
  }
  throw new Error(`${at} was not read`);
}

/** What the kiosk does not let in, with its own words for each. */
async function refuse(page: Page, bad: string): Promise<void> {
  await gun.shoot(bad);
  await page.locator('.kioskRefused .kioskWord').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.kioskRefused').waitFor({ state: 'hidden' });
}

/** The share of the phone, one tap each; it is asked before whether it lets the wrong ones in. */
async function passPhone(own: readonly Passer[]): Promise<void> {
  const { user } = guard;
  await guard.startWith('https://example.cn/');
  for (const bad of notGenuine()) {
    await guard.next(bad);
    await user.expect('.door-verdict', '不能核验');
  }
  for (const [count, passer] of own.entries()) {
    await guard.next(shows(crowd.indexOf(passer)));
    await user.expect('.late-hint', `（待上传 ${count + 1} 条）`);
    await user.expect('.door-verdict', '放行');
  }
}

interface StoredScan {
  personId: string;
  at: number;
  verifier: string;
  decision: string;
  isLate: boolean;
}

/** The scans at the point, as they happened. */
async function storedScans(): Promise<StoredScan[]> {
  const rows = await house.database.read(
    'SELECT person_id, at, device_id, decision, late FROM passages WHERE point_id = ? ORDER BY at, id',
    [idToBytes(point.id)],
  );

  return rows.map((row) => ({
    personId: idFromBytes(row.person_id as Uint8Array),
    at: Number(row.at),
    verifier: row.device_id === null ? 'guard' : idFromBytes(row.device_id as Uint8Array),
    decision: String(row.decision),
    isLate: Boolean(row.late),
  }));
}

/** Who passes where. */
function shareOf(verifier: number): Passer[] {
  return crowd.filter((_, at) => at % verifiers === verifier);
}

test('the platform is gone: 200 people pass three gates, a kiosk and a guard with a phone; what is not genuine does not', async () => {
  const { page } = visitor;
  await scene.server.stop();

  for (const [at, gate] of gates.entries()) {
    for (const passer of shareOf(at)) {
      expect(await gate.show(shows(crowd.indexOf(passer)))).toEqual({ opens: true, byItself: true });
    }
    for (const bad of notGenuine()) {
      expect(await gate.show(bad)).toMatchObject({ opens: false });
    }
  }
  for (const bad of notGenuine()) {
    await refuse(page, bad);
  }
  for (const passer of shareOf(kiosk)) {
    await shoot(page, crowd.indexOf(passer));
  }
  await page.getByText(`待上传 ${shareOf(kiosk).length} 条`).waitFor();
  await passPhone(shareOf(phone));
});

test('it is back: every passage arrives once, in order, and the counts are right', async () => {
  await scene.server.start();
  await Promise.all(gates.map((gate) => gate.end()));
  await eventually(async () => expect(await storedScans()).toHaveLength(people), 90_000);
  const stored = await storedScans();

  expect(new Set(stored.map(({ personId }) => personId)).size).toBe(people);
  expect(stored.every(({ isLate, decision }) => isLate && decision === 'allow')).toBe(true);
  for (let verifier = 0; verifier < verifiers; verifier += 1) {
    const share = shareOf(verifier).map(({ personId }) => personId);
    const own = stored.filter(({ personId }) => share.includes(personId));
    expect(own.map(({ personId }) => personId)).toEqual(share);
    expect(new Set(own.map((scan) => scan.verifier)).size).toBe(1);
  }
  expect(new Set(stored.map(({ verifier }) => verifier)).size).toBe(gates.length + 1);
  await eventually(async () => {
    const flow = await flowOf(manager, point.id);
    expect(flow).toMatchObject({ inside: people });
  });
  await guard.next('https://example.cn/');
  await guard.user.expect('.door-verdict', '不能核验');
  await guard.user.tap('.to-staff-home');
  await guard.user.expect('.waiting-count', /^0$/);
  expect(visitor.troubles()).toEqual([]);
  expect(guard.phone.errors()).toEqual([]);
});
