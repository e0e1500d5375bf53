import type { CreationAttributes, Model, ModelStatic } from 'sequelize';

import type { Services } from '../../../api/src/context';

const chunk = 1000;

/** Inserts many rows of a fresh database, a thousand to a statement; nothing of it is audited. */
export async function insertAll<M extends Model>(
  { database }: Services,
  model: ModelStatic<M>,
  rows: readonly CreationAttributes<M>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    await database.write((transaction) =>
      model.bulkCreate(rows.slice(from, from + chunk), { transaction, returning: false }),
    );
  }
}
