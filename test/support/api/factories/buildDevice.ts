import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Device } from '../../../../api/src/models/device';
import { DeviceModel } from '../../../../api/src/models/deviceModel';
import type { Point } from '../../../../api/src/models/point';
import { sealField } from '../../../../api/src/privacy/sealedFields';
import { inventName, inventPhone } from '../invented';
import { DeviceClient } from '../deviceClient';
import type { TestApi } from '../testApi';
import { buildPoint } from './buildPoint';
import { system } from './buildUnit';

/** A model, approved unless told. */
export function buildDeviceModel(
  services: Services,
  unitId: string,
  given: Partial<DeviceModel['dataValues']> = {},
): Promise<DeviceModel> {
  const { vault } = services;

  return writeAs(services, system, (scene) => {
    const id = newId(scene.now);

    return createBy(DeviceModel, scene, {
      id,
      unitId,
      maker: '示例设备公司',
      model: 'AX-GATE-1',
      kind: 'turnstile',
      contactName: sealField(vault, 'device_models', 'contact_name', id, inventName()),
      contactPhone: sealField(vault, 'device_models', 'contact_phone', id, inventPhone()),
      state: 'approved',
      conformedAt: scene.now,
      agreementVersion: null,
      agreedBy: null,
      agreedAt: null,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      createdAt: scene.now,
      ...given,
    });
  });
}

export interface BuiltDevice {
  device: Device;
  model: DeviceModel;
  point: Point;
  client: DeviceClient;
}

/** A device that has enrolled, at a point of its own unless told. */
export async function buildDevice(
  api: TestApi,
  given: { point?: Point; values?: Partial<Device['dataValues']> } = {},
): Promise<BuiltDevice> {
  const { services } = api;
  const point = given.point ?? (await buildPoint(services));
  const model = await buildDeviceModel(services, point.unitId);
  const client = new DeviceClient(api);
  const device = await writeAs(services, system, (scene) =>
    createBy(Device, scene, {
      id: newId(scene.now),
      unitId: point.unitId,
      modelId: model.id,
      pointId: point.id,
      name: '东门闸机',
      serial: 'SN-0001',
      active: true,
      publicKey: client.publicKey,
      codeHash: null,
      codeExpiresAt: null,
      enrolledAt: scene.now,
      createdAt: scene.now,
      ...given.values,
    }),
  );
  client.keyId = device.id;
  client.serverKeys = new Map(services.serverKeys.all.map(({ id, publicKey }) => [id, publicKey]));

  return { device, model, point, client };
}
