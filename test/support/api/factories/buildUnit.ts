import { newId } from '../../../../api/src/base/ids';
import { writeAs, type Services } from '../../../../api/src/context';
import { createBy } from '../../../../api/src/models/auditedModel';
import { Unit } from '../../../../api/src/models/unit';
import { systemActor } from '../../../../api/src/storage/scene';
import { inventCreditCode } from '../invented';

export const system = { actor: systemActor, ip: null };

let count = 0;

/** A unit that is active. */
export function buildUnit(services: Services, given: Partial<Unit['dataValues']> = {}): Promise<Unit> {
  count += 1;

  return writeAs(services, system, (scene) =>
    createBy(Unit, scene, {
      id: newId(scene.now),
      name: `示例单位${count}`,
      kind: 'enterprise',
      creditCode: inventCreditCode(),
      division: '350102',
      category: 'mall',
      active: true,
      createdAt: scene.now,
      ...given,
    }),
  );
}
