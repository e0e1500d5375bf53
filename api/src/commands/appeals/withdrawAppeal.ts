import { writeAs, type Origin, type Services } from '../../context';
import type { Appeal } from '../../models/appeal';
import { outdateChange } from '../changes/endChange';
import { closeAppeal } from './closeAppeal';
import { lockOwnAppeal } from './ownAppeal';

/** The person takes an appeal back, and with it what waits for its second person. @throws not_found, appeal_over */
export function withdrawAppeal(
  services: Services,
  origin: Origin,
  personId: string,
  id: string,
): Promise<Appeal> {
  return writeAs(services, origin, async (scene) => {
    const appeal = await lockOwnAppeal(scene, personId, id);
    if (appeal.state === 'inApproval' && appeal.changeId !== null) {
      await outdateChange(services, scene, appeal.changeId);
    }
    await closeAppeal(services, scene, appeal, { kind: 'withdrawn' });

    return appeal;
  });
}
