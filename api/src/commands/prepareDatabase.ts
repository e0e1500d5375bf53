import type { Services } from '../context';
import { StartRefused } from '../base/errors';
import { commitsAreDurable } from '../storage/database';
import { migrate, type Migration } from '../storage/migrate';

const databaseTrouble = 74;

function sentenceFor(error: unknown): string {
  const code = String(
    Reflect.get(Object(error), 'code') ?? Reflect.get(Object(Reflect.get(Object(error), 'parent')), 'code'),
  );
  const advice: Record<string, string> = {
    SQLITE_FULL: '磁盘已满，请清理空间后重试 / The disk is full',
    ENOSPC: '磁盘已满，请清理空间后重试 / The disk is full',
    SQLITE_CANTOPEN: '无法打开数据库文件，请检查目录权限 / The database file cannot be opened',
    SQLITE_READONLY: '数据库文件只读，请检查权限 / The database file is read-only',
    ECONNREFUSED: '无法连接数据库，请确认已启动并检查 DATABASE_URL / The database refuses connections',
    ER_ACCESS_DENIED_ERROR:
      '数据库拒绝登录，请检查 DATABASE_URL 中的用户名和密码 / The database refuses the login',
    ER_BAD_DB_ERROR: '数据库不存在，请先建库 / No such database',
  };

  return advice[code] ?? `数据库无法使用 / The database cannot be used (${code})`;
}

/** Brings the schema up to date and makes sure that what is acknowledged is on disk. */
export async function prepareDatabase(
  services: Services,
  migrations: readonly Migration[],
): Promise<string[]> {
  try {
    const done = await migrate(services.database, migrations);
    if (!(await commitsAreDurable(services.database))) {
      throw new StartRefused(
        'innodb_flush_log_at_trx_commit 必须为 1 / must be 1: otherwise acknowledged check-ins can be lost',
        databaseTrouble,
      );
    }

    return done;
  } catch (error) {
    if (error instanceof StartRefused) {
      throw error;
    }
    services.logger.error({ err: error }, 'database');
    throw new StartRefused(sentenceFor(error), databaseTrouble);
  }
}
