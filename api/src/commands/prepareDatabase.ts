import type { Services } from '../context';
import { StartRefused } from '../base/errors';
import { preparePassageDays } from '../passages/passageDays';
import type { Say } from '../storage/awaitSlot';
import { commitsAreDurable } from '../storage/database';
import type { LeaseMode } from '../storage/leases';
import { migrateInTurn, pendingMigrations, type Migration } from '../storage/migrate';

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

export interface Preparation {
  /** What this process is going to do; see LeaseMode. */
  mode?: LeaseMode;
  say?: Say;
}

/** Whether the schema is that of this version. */
export async function isUpToDate(services: Services, migrations: readonly Migration[]): Promise<boolean> {
  const pending = await explained(services, () => pendingMigrations(services.database, migrations));

  return pending.length === 0;
}

/** Who is not here to migrate does so in an empty house only: servers would meet a schema that they do not know. */
async function refuseUnderServers({ lease }: Services): Promise<void> {
  const others = await lease.others();
  if (others.some(({ mode }) => mode !== 'adding')) {
    throw new StartRefused(
      '数据库需要升级，而服务正在运行：请先停止服务，或运行 npm run migrate\n' +
        'The database is to be migrated, and servers are running: stop them, or npm run migrate',
      databaseTrouble,
    );
  }
}

async function prepare(
  services: Services,
  migrations: readonly Migration[],
  { mode = 'adding', say }: Preparation,
): Promise<string[]> {
  const { database, lease, bus } = services;
  await lease.take(mode, say);
  const isReady = (await pendingMigrations(database, migrations)).length === 0;
  if (!isReady && mode === 'adding') {
    await refuseUnderServers(services);
  }
  const done = isReady ? [] : await migrateInTurn(database, migrations, lease.owner);
  if (!(await commitsAreDurable(database))) {
    throw new StartRefused(
      'innodb_flush_log_at_trx_commit 必须为 1 / must be 1: otherwise acknowledged check-ins can be lost',
      databaseTrouble,
    );
  }
  await preparePassageDays(database, services.config.brand.zone, services.clock.now());
  await bus.open();
  if (done.length > 0) {
    bus.publishGap();
  }

  return done;
}

async function explained<T>({ logger }: Services, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartRefused) {
      throw error;
    }
    logger.error({ err: error }, 'database');
    throw new StartRefused(sentenceFor(error), databaseTrouble);
  }
}

/**
 * Takes a slot of the database and joins the bus, brings the schema up to date and makes sure that what is acknowledged
 * is on disk. Nothing may be written before.
 * @returns the names of the migrations that were done
 */
export function prepareDatabase(
  services: Services,
  migrations: readonly Migration[],
  preparation: Preparation = {},
): Promise<string[]> {
  return explained(services, () => prepare(services, migrations, preparation));
}
