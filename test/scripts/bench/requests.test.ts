import { isUuid7, timeOfUuid7 } from '@anxing/contract/uuid7';

import { verifyRequest } from '../../../api/src/codes/deviceSignature';
import { deviceKeyOf } from '../../bench/crew/deviceKeys';
import { idMaker, makers } from '../../bench/load/requests';

const crew = {
  persons: Array.from({ length: 30 }, (_, at) => ({ sessionId: `p${at}`, reference: 'aa' })),
  guards: Array.from({ length: 20 }, (_, at) => ({ sessionId: `g${at}`, point: at % 10 })),
  devices: Array.from({ length: 20 }, (_, at) => ({
    id: `019aa3d0-5a00-7000-8000-0000000000${String(at).padStart(2, '0')}`,
    seed: String(at + 1).padStart(64, '0'),
    point: at % 10,
  })),
  readers: [{ sessionId: 'r0' }],
  points: Array.from({ length: 10 }, (_, at) => ({ id: `point-${at}`, poster: `poster-${at}` })),
};

const wallet = {
  personTokens: () => crew.persons.map((_, at) => `person.${at}`),
  guardTokens: () => crew.guards.map((_, at) => `guard.${at}`),
  readerTokens: () => ['reader.0'],
  deviceKeys: () => crew.devices.map(({ seed }) => deviceKeyOf(seed).privateKey),
  personalCodes: () => crew.persons.map((_, at) => `AX1:${String(at).padStart(3, '0')}`),
};

function many(load: 'showCode' | 'checkIn' | 'door' | 'deviceDoor' | 'list', count: number): string[] {
  const next = makers(crew, wallet)[load].prepare();

  return Array.from({ length: count }, next);
}

function bodyOf(request: string): Record<string, unknown> {
  const [head = '', body = ''] = request.split('\r\n\r\n');
  expect(head).toContain(`Content-Length: ${body.length}`);

  return JSON.parse(body) as Record<string, unknown>;
}

test('ids are UUIDv7 of now, and every one is another', () => {
  const newId = idMaker(() => 1_800_000_000_000, 0xffffffffffff);
  const ids = Array.from({ length: 1000 }, newId);

  expect(ids.every(isUuid7)).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  expect(timeOfUuid7(ids[0] ?? '')).toBe(1_800_000_000_000);
});

test('everybody shows the code before anybody shows it again', () => {
  const requests = many('showCode', 30);

  expect(new Set(requests).size).toBe(30);
  expect(requests[0]).toMatch(/^GET \/api\/v1\/me\/code HTTP\/1\.1\r\n[^]*Bearer person\.0\r\n\r\n$/);
});

test('everybody checks in, with fresh ids, at a few posters and at all of them together', () => {
  const requests = many('checkIn', 30 * 8);
  const bodies = requests.map(bodyOf);
  const ofFirst = bodies.filter((_, at) => at % 30 === 0).map(({ poster }) => poster);

  expect(new Set(bodies.map(({ id }) => id)).size).toBe(240);
  expect(new Set(bodies.map(({ poster }) => poster)).size).toBe(10);
  expect(new Set(ofFirst).size).toBe(4);
  expect(requests[31]).toContain('Bearer person.1\r\n');
});

test('at the door a guard of the point scans the person’s own code', () => {
  const requests = many('door', 60);
  const guards = requests.map((request) => Number(/Bearer guard\.(\d+)/.exec(request)?.[1]));

  expect(new Set(guards).size).toBe(20);
  requests.forEach((request, at) => {
    const { object, pointId } = bodyOf(request);
    expect(object).toBe(`AX1:${String(at % 30).padStart(3, '0')}`);
    expect(pointId).toBe(`point-${(guards[at] ?? 0) % 10}`);
  });
});

test('a device of the point signs what it scanned, each time anew', () => {
  const requests = many('deviceDoor', 60);
  const nonces = requests.map((request) => {
    const valueOf = (name: string) => new RegExp(`${name}: (\\S+)`).exec(request)?.[1] ?? '';
    const { publicKey } = deviceKeyOf(
      crew.devices.find(({ id }) => id === valueOf('Anxing-Key'))?.seed ?? '',
    );
    const timestamp = Number(valueOf('Anxing-Time'));
    const nonce = valueOf('Anxing-Nonce');
    const body = JSON.stringify(bodyOf(request));
    const signed = { method: 'POST', path: '/api/v1/device/scans', body, timestamp, nonce };
    expect(verifyRequest(publicKey, signed, valueOf('Anxing-Signature'), timestamp).ok).toBe(true);

    return nonce;
  });

  expect(new Set(nonces).size).toBe(60);
});

test('nobody shows a device the same code at the same point again', () => {
  let made = 0;
  const renewing = {
    ...wallet,
    personalCodes() {
      made += 1;

      return crew.persons.map((_, at) => `AX1:${made}-${at}`);
    },
  };
  const next = makers(crew, renewing).deviceDoor.prepare();
  const shown = Array.from({ length: 30 * 12 }, () => {
    const request = next();
    const device = crew.devices.find(({ id }) => request.includes(`Anxing-Key: ${id}`));

    return `${device?.point} ${String(bodyOf(request).object)}`;
  });

  expect(new Set(shown).size).toBe(360);
});

test('a unit’s reader asks for the largest page', () => {
  expect(many('list', 1)[0]).toMatch(/^GET \/api\/v1\/unit\/passages\?limit=100 [^]*Bearer reader\.0\r\n/);
});

test('nobody is checked at the door where he has just checked in', () => {
  const loads = makers(crew, wallet);
  const [visit, scan] = [loads.checkIn.prepare(), loads.door.prepare()];

  for (let turn = 0; turn < 120; turn += 1) {
    const [{ poster }, { pointId }] = [bodyOf(visit()), bodyOf(scan())];
    expect(String(pointId).slice(-1)).not.toBe(String(poster).slice(-1));
  }
});
