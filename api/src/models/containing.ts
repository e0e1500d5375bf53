import { col, fn, Op, where, type WhereOptions } from 'sequelize';

/** Rows with a text anywhere in one of the columns (named as in the database), whatever the case; no wildcards. */
export function containing(columns: readonly string[], text: string): WhereOptions {
  const sought = text.toLowerCase();
  const places = columns.map((column) =>
    where(fn('INSTR', fn('LOWER', col(column)), sought), { [Op.gt]: 0 }),
  );

  return { [Op.or]: places };
}
