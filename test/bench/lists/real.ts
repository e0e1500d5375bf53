import { migrations } from '../../../api/db/migrations';
import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { loadProvinceConfig } from '../../../api/src/base/provinceConfig';
import { openDatabase, type Database } from '../../../api/src/storage/database';
import { partitionSql } from '../../../api/src/storage/dayPartitions';
import { migrate } from '../../../api/src/storage/migrate';

export { countPassages, listPassages } from '../../../api/src/passages/listPassages';
export { daysBefore, digestUpTo, dropUpTo } from '../../../api/src/passages/passageDays';

const kept = 30;

interface Schema {
  database: Database;
  zone: string;
  /** ms: from the first of 31 days to the end of the last, which is today. */
  first: number;
  until: number;
}

/** The real schema in an empty database, as it stands after 31 days. */
export async function openSchema(url: string): Promise<Schema> {
  const database = openDatabase({ dialect: 'mysql', url });
  await migrate(database, migrations);
  const { zone } = loadProvinceConfig('config').brand;
  const today = dayOf(Date.now(), zone);
  const days = Array.from({ length: kept + 8 }, (_, i) => addDays(today, i - kept));
  await database.sequelize.query(`ALTER TABLE passages PARTITION BY RANGE (day) (${partitionSql(days)})`);

  return {
    database,
    zone,
    first: startOfDay(addDays(today, -kept), zone),
    until: startOfDay(addDays(today, 1), zone),
  };
}
