import type { z } from 'zod';

import type { modelCreate } from '@anxing/contract/devices';

import { newId } from '../../base/ids';
import { writeAs, type Origin, type Services } from '../../context';
import { createBy } from '../../models/auditedModel';
import { DeviceModel } from '../../models/deviceModel';
import type { Unit } from '../../models/unit';
import { sealField } from '../../privacy/sealedFields';

/** A unit names the model that it wants to use: the first of five steps. */
export function registerModel(
  services: Services,
  origin: Origin,
  unit: Unit,
  { maker, model, kind, contact }: z.output<typeof modelCreate>,
): Promise<DeviceModel> {
  const { vault } = services;

  return writeAs(services, origin, (scene) => {
    const id = newId(scene.now);

    return createBy(DeviceModel, scene, {
      id,
      unitId: unit.id,
      maker,
      model,
      kind,
      contactName: sealField(vault, 'device_models', 'contact_name', id, contact.name),
      contactPhone: sealField(vault, 'device_models', 'contact_phone', id, contact.phone),
      state: 'open',
      conformedAt: null,
      agreementVersion: null,
      agreedBy: null,
      agreedAt: null,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      createdAt: scene.now,
    });
  });
}
