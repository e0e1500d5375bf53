import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { findPassage } from '../../passages/findPassage';
import type { Passage } from '../../passages/passage';
import { recordLooks } from '../../privacy/accessLog';

const inSightMs = 30 * 60_000;

interface Looking {
  services: Services;
  origin: Origin;
  staff: { id: string };
  unit: { id: string };
  now: number;
}

/**
 * A check that the guard made a moment ago: as long, its person's earlier checks may be read on. Each such page is a look
 * that the person reads of.
 * @throws not_found
 */
export async function lookFurtherBack(
  { services, origin, staff, unit, now }: Looking,
  id: string,
): Promise<Passage> {
  const passage = await findPassage(services.database, services.config.brand.zone, id);
  const isOwn = passage?.kind === 'scan' && passage.staffId === staff.id && passage.unitId === unit.id;
  if (!passage || !isOwn || now - passage.receivedAt >= inSightMs) {
    throw new AppError('not_found');
  }
  const { personId, unitId } = passage;
  const look = { personId, unitId, staffId: staff.id, purpose: '查看近期查验记录' };
  await writeAs(services, origin, (scene) => recordLooks(services.database, scene, [look]));

  return passage;
}
