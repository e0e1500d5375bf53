import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { DeviceModel } from '../../models/deviceModel';

interface Decided {
  id: string;
  /** Of the operator. */
  staffId: string;
}

function decide(
  services: Services,
  origin: Origin,
  { id, staffId }: Decided,
  change: (model: DeviceModel) => void,
): Promise<DeviceModel> {
  return writeAs(services, origin, async (scene) => {
    const model = await lockOne(DeviceModel, scene, { id });
    if (!model) {
      throw new AppError('not_found');
    }
    if (model.state === 'open') {
      throw new AppError('model_not_ready');
    }
    change(model);
    model.set({ decidedBy: staffId, decidedAt: scene.now });

    return model.saveBy(scene);
  });
}

/** Devices of the model may be added from now on. @throws model_not_ready, model_decided */
export function approveModel(services: Services, origin: Origin, decided: Decided): Promise<DeviceModel> {
  return decide(services, origin, decided, (model) => {
    if (model.state !== 'waiting') {
      throw new AppError('model_decided');
    }
    model.set({ state: 'approved', reason: null });
  });
}

/**
 * Refuses a model, or withdraws it: its devices are refused at once. The unit may put it right, and then shows anew that
 * it works. @throws model_not_ready, model_decided
 */
export function refuseModel(
  services: Services,
  origin: Origin,
  decided: Decided & { reason: string },
): Promise<DeviceModel> {
  return decide(services, origin, decided, (model) => {
    if (model.state === 'refused') {
      throw new AppError('model_decided');
    }
    model.set({ state: 'refused', reason: decided.reason, conformedAt: null });
  });
}
