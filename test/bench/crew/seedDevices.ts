import { createHash } from 'node:crypto';

import { newId } from '../../../api/src/base/ids';
import { publicKeyText } from '../../../api/src/codes/ed25519Text';
import type { Services } from '../../../api/src/context';
import { Device } from '../../../api/src/models/device';
import { DeviceModel } from '../../../api/src/models/deviceModel';
import type { Crew } from './crewFile';
import { insertAll } from './insertAll';
import { deviceKeyOf } from './deviceKeys';
import type { SeededPoint } from './seedPlaces';

function modelValues(unitId: string, now: number) {
  const decided = { agreementVersion: null, agreedBy: null, agreedAt: null, decidedBy: null };

  return {
    ...decided,
    id: newId(now),
    unitId,
    maker: '示例设备公司',
    model: 'AX-GATE-1',
    kind: 'turnstile',
    contactName: '',
    contactPhone: '',
    state: 'approved' as const,
    conformedAt: now,
    decidedAt: now,
    reason: null,
    createdAt: now,
  };
}

/** Devices of an approved model that have enrolled, so many at each point. */
export async function seedDevices(
  services: Services,
  points: readonly SeededPoint[],
  perPoint: number,
): Promise<Crew['devices']> {
  const now = services.clock.now();
  const units = [...new Set(points.map(({ unitId }) => unitId))];
  const models = new Map(units.map((unitId) => [unitId, modelValues(unitId, now)]));
  const posts = points.flatMap((point, at) => Array.from({ length: perPoint }, () => ({ point, at })));
  const devices = posts.map(({ point }, index) => {
    const seed = createHash('sha256').update(`bench device ${index}`).digest('hex');

    return {
      seed,
      id: newId(now),
      unitId: point.unitId,
      modelId: models.get(point.unitId)?.id ?? '',
      pointId: point.id,
      name: `示例闸机${index}`,
      serial: `SN-${index}`,
      active: true,
      publicKey: publicKeyText(deviceKeyOf(seed).publicKey),
      codeHash: null,
      codeExpiresAt: null,
      enrolledAt: now,
      createdAt: now,
    };
  });
  await insertAll(services, DeviceModel, [...models.values()]);
  await insertAll(
    services,
    Device,
    devices.map(({ seed: _seed, ...device }) => device),
  );

  return devices.map(({ id, seed }, index) => ({ id, seed, point: posts[index]?.at ?? 0 }));
}
