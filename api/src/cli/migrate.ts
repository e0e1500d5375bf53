import { migrations } from '../../db/migrations';
import { loadSettings } from '../base/settings';
import { buildServices } from '../buildServices';
import { isUpToDate, prepareDatabase } from '../commands/prepareDatabase';
import { servingMode } from '../storage/makeBus';
import { say } from './say';

/**
 * `npm run migrate`: brings the schema up to date and says what it did. It changes what servers have copies of: beside
 * one that hears nothing it does not run, the others empty theirs.
 */
export async function runMigrate(): Promise<number> {
  const settings = loadSettings(process.env);
  const services = buildServices(settings);
  try {
    const isDone = await isUpToDate(services, migrations);
    const mode = servingMode(settings);
    const done = isDone ? [] : await prepareDatabase(services, migrations, { mode, say });
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
