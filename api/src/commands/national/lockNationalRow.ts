import { AppError } from '../../base/errors';
import { newId } from '../../base/ids';
import { lockOne } from '../../models/auditedModel';
import { NationalCode } from '../../models/nationalCode';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';

/** A person's row, a new one when there is none; the person is locked, so that nobody else makes one meanwhile. */
export async function lockNationalRow(scene: Scene, personId: string): Promise<NationalCode> {
  if (!(await lockOne(Person, scene, { id: personId }))) {
    throw new AppError('not_found');
  }
  const known = await lockOne(NationalCode, scene, { personId });

  return known ?? NationalCode.build({ id: newId(scene.now), personId, state: 'none', changedAt: scene.now });
}
