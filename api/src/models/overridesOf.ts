import { Op, type Transaction } from 'sequelize';

import { Override } from './override';
import { OverridePerson } from './overridePerson';

const openEnd = { until: null, inForceAt: { [Op.ne]: null } };

/** Changes by hand about somebody that hold at an instant (ms), the oldest first. */
export async function overridesOf(
  { identityIndex }: { identityIndex: string },
  now: number,
  tx?: Transaction,
): Promise<Override[]> {
  const transaction = tx ?? null;
  const named = await OverridePerson.findAll({ where: { identityIndex }, transaction });
  if (named.length === 0) {
    return [];
  }

  return Override.findAll({
    where: { id: named.map(({ overrideId }) => overrideId), [Op.or]: [{ until: { [Op.gt]: now } }, openEnd] },
    order: ['id'],
    transaction,
  });
}
