import { migrations } from '../../db/migrations';
import { loadSettings } from '../base/settings';
import { buildServices } from '../buildServices';
import { prepareDatabase } from '../commands/prepareDatabase';

/** `npm run migrate`: brings the schema up to date and says what it did. */
export async function runMigrate(): Promise<number> {
  const services = buildServices(loadSettings(process.env));
  try {
    const done = await prepareDatabase(services, migrations);
    console.log(
      done.length > 0
        ? `已完成 ${done.length} 项迁移 / migrated: ${done.join(', ')}`
        : '数据库已是最新 / up to date',
    );

    return 0;
  } finally {
    await services.close();
  }
}
