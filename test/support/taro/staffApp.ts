import { KeyRing } from '../../../api/src/codes/keyRing';
import { codeKeyFromMaterial, newCodeKeyMaterial } from '../../../api/src/codes/keys';
import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { issuePersonalCode } from '../../../api/src/codes/personalCode';
import type { PublicConfig } from '@anxing/contract/publicConfig';
import { showPass } from '@anxing/contract/offline/passChain';
import type { ScanAnswer } from '@anxing/contract/scans';
import type { Abilities, OwnUnit } from '@anxing/contract/units';

import { checking } from '../../../miniapp/src/features/staff/checking';
import { setDirection } from '../../../miniapp/src/features/staff/direction';
import { doorLists, refreshDoorLists } from '../../../miniapp/src/features/staff/doorLists';
import { forgetToday } from '../../../miniapp/src/features/staff/today';
import { loadConfig } from '../../../miniapp/src/lib/config';
import { forgetDesk, keepDesk, type Desk } from '../../../miniapp/src/lib/staff/desk';
import { dismissDropped, lateQueue, settleLate } from '../../../miniapp/src/lib/staff/lateQueue';
import { signInStaff, staffSession } from '../../../miniapp/src/lib/staff/session';
import { freshApp } from './freshApp';
import { phone } from './phone';
import { sampleConfig } from './samples';
import type { TestServer } from './server';

const key = codeKeyFromMaterial(newCodeKeyMaterial(1));
const strangersKey = codeKeyFromMaterial(newCodeKeyMaterial(1));
const reference = Buffer.from('0123456789abcdef', 'hex');

export const ring = new KeyRing([key]);
export const green = 1;
export const orange = 2;

/** A code as somebody shows it. @param shift ms from now */
export function codeShown(colour = green, shift = 0): string {
  return issuePersonalCode(key, { reference, colour, now: Date.now() + shift });
}

/** A code that looks right and was signed with another key. */
export function forgedCode(): string {
  return issuePersonalCode(strangersKey, { reference, colour: green, now: Date.now() });
}

/** A pass that was fetched five minutes ago, as the phone shows it. @param shift ms from now */
export function passShown(shift = 0): string {
  const now = Date.now() + shift;

  return showPass(sha256, issuePass(key, { reference, colour: green, now: now - 300_000 }), now) ?? '';
}

export const noAbilities = {
  checkPeople: false,
} as Abilities;

export const samplePoint = {
  id: '01900000-0000-7000-8000-000000000001',
  name: '东门',
  address: '示例市鼓楼区湖滨路 18 号',
  category: 'mall',
};

export function sampleUnit(parts: Partial<OwnUnit['staff']> = {}, checkPeople = true): OwnUnit {
  return {
    unit: {
      id: 'u1',
      name: '示例市图书馆',
      kind: 'enterprise',
      creditCode: '91350100MA0000001P',
      division: '350102',
      category: 'mall',
      active: true,
      points: 1,
      createdAt: 0,
    },
    staff: {
      id: 's1',
      name: '吴静思',
      phone: '138****0012',
      roles: ['guard'],
      mustChangePassword: false,
      ...parts,
    },
    abilities: { ...noAbilities, checkPeople },
  };
}

export function doorConfig(category: Partial<PublicConfig['categories'][number]> = {}): PublicConfig {
  const mall = {
    id: 'mall',
    name: '商场超市',
    group: '重点商贸场所',
    mask: false,
    temperature: 'asked' as const,
    testHours: null,
    outagePass: true,
    ...category,
  };

  return { ...sampleConfig(Date.now()), categories: [mall] };
}

export const standing: Desk = {
  staffId: 's1',
  staffName: '吴静思',
  unitName: '示例市图书馆',
  point: samplePoint,
  community: '湖滨社区',
  place: '岗亭',
  isOnDuty: true,
};

export function sampleScan(parts: Partial<ScanAnswer> = {}): ScanAnswer {
  return {
    id: 'x',
    object: 'code',
    colour: 'green',
    decision: 'allow',
    why: null,
    wants: [],
    person: { name: '*文', idNumber: '35*****034', district: '示例省示例市鼓楼区' },
    place: { name: '东门', address: samplePoint.address },
    direction: 'in',
    at: Date.now(),
    region: null,
    recent: [],
    hasMore: false,
    ...parts,
  };
}

function emptyDesk(): void {
  staffSession.forget();
  forgetDesk();
  forgetToday();
  settleLate(
    lateQueue.get().waiting.map(({ id }) => id),
    [],
  );
  dismissDropped();
  setDirection('in');
  checking.set({ state: 'idle' });
}

export const staffAnswer = {
  accessToken: 'staff-1',
  refreshToken: 'staff-refresh-1',
  expiresIn: 600,
  mustChangePassword: false,
  kind: 'staff',
};

/** An app of a phone on which nobody is signed in, and a server that knows a guard and a point. */
export function freshStaffApp(platform: 'weapp' | 'alipay' = 'weapp'): TestServer {
  const server = freshApp(platform);
  emptyDesk();
  const keys = [{ id: 1, publicKey: key.publicKey.export({ format: 'jwk' }).x }];
  const revocations = () => ({ body: { asOf: Date.now(), passes: [], cards: [], complete: true } });
  server
    .on('POST sessions', { body: staffAnswer })
    .on('GET unit', { body: sampleUnit() })
    .on('GET unit/points?active=true&limit=30', { body: { items: [samplePoint], next: null } })
    .on('GET unit/duties/current', {
      body: { duty: { id: 'd1', point: samplePoint, place: null, since: 0 }, endedBy: null },
    })
    .on('GET door/keys', () => ({
      body: { keys, colours: ['unknown', 'green', 'orange'], serverTime: Date.now() },
    }))
    .on('GET door/revocations', revocations);
  const held = doorLists.get();
  if (held) {
    server.on(`GET door/revocations?since=${held.asOf}`, revocations);
  }
  phone.storage.clear();

  return server;
}

let hours = 0;

/** The same app with a guard on duty, who holds fresh lists. */
export async function onDutyApp(
  category: Partial<PublicConfig['categories'][number]> = {},
  platform: 'weapp' | 'alipay' = 'weapp',
): Promise<TestServer> {
  const server = freshStaffApp(platform);
  server.on('GET config', { body: doorConfig(category) });
  const { now } = Date;
  hours += 1;
  // The configuration of the test before is not held on to.
  Date.now = () => now() + hours * 3_600_000;
  await loadConfig();
  Date.now = now;
  await signInStaff('13800000012', 'TestOnly-7421');
  keepDesk(standing);
  await refreshDoorLists();
  server.calls.length = 0;
  server.bodies.length = 0;

  return server;
}
