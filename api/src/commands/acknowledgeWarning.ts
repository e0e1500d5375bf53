import { AppError } from '../base/errors';
import { writeAs, type Origin, type Services } from '../context';
import { lockOne } from '../models/auditedModel';
import { FlowWarning } from '../models/flowWarning';

/** Somebody sees to a warning. The first one who says so stands; doing it again changes nothing. @throws not_found */
export function acknowledgeWarning(
  services: Services,
  origin: Origin,
  id: string,
  note: string | undefined,
): Promise<FlowWarning> {
  return writeAs(services, origin, async (scene) => {
    const warning = await lockOne(FlowWarning, scene, { id });
    if (!warning) {
      throw new AppError('not_found');
    }
    if (warning.acknowledgedAt === null) {
      warning.set({ acknowledgedAt: scene.now, acknowledgedBy: scene.actor.id, remark: note ?? null });
      await warning.saveBy(scene);
    }

    return warning;
  });
}
