import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { DeviceModel } from '../../models/deviceModel';

const decidedOrWaiting = new Set(['waiting', 'approved']);

/**
 * A unit accepts the agreement for a model that passed its run; then the operator decides.
 * @throws model_not_tested, model_decided
 */
export function agreeToModel(
  services: Services,
  origin: Origin,
  id: string,
  { version, staffId }: { version: string; staffId: string },
): Promise<DeviceModel> {
  return writeAs(services, origin, async (scene) => {
    const model = await lockOne(DeviceModel, scene, { id });
    if (!model) {
      throw new AppError('not_found');
    }
    if (decidedOrWaiting.has(model.state)) {
      throw new AppError('model_decided');
    }
    if (model.conformedAt === null) {
      throw new AppError('model_not_tested');
    }
    model.set({ state: 'waiting', agreementVersion: version, agreedBy: staffId, agreedAt: scene.now });

    return model.saveBy(scene);
  });
}
