import { BOOLEAN, type Model, type ModelStatic } from 'sequelize';

import type { Database, Row } from '../storage/database';

interface Column {
  attribute: string;
  name: string;
  isFlag: boolean;
}

const columnsOf = new WeakMap<object, Column[]>();

function columns(model: ModelStatic<Model>): Column[] {
  let known = columnsOf.get(model);
  if (!known) {
    known = Object.entries(model.getAttributes()).map(([attribute, { field, type }]) => ({
      attribute,
      name: field ?? attribute,
      isFlag: type instanceof BOOLEAN,
    }));
    columnsOf.set(model, known);
  }

  return known;
}

function toRecord<M extends Model>(model: ModelStatic<M>, row: Row): M {
  const values: Row = {};
  for (const { attribute, name, isFlag } of columns(model)) {
    const value = row[name];
    values[attribute] = isFlag && value !== null ? Boolean(value) : value;
  }

  return model.build(values as never, { isNewRecord: false, raw: true });
}

/**
 * Records by the values of one attribute, past Sequelize's own queries, which cost more than the database does. What it
 * gives is shared by all requests and cannot be changed: whoever wants to change a record loads it for that.
 */
export async function readRecords<M extends Model>(
  database: Database,
  model: ModelStatic<M>,
  attribute: keyof M & string,
  values: readonly string[],
): Promise<M[]> {
  const column = columns(model).find((one) => one.attribute === attribute)?.name ?? attribute;
  const rows = await database.read(`SELECT * FROM ${model.tableName} WHERE ${column} IN (?)`, [values]);
  const records = rows.map((row) => toRecord(model, row));
  records.forEach((record) => Object.freeze(record.dataValues));

  return records;
}
