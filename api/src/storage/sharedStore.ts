import { createHmac } from 'node:crypto';

import { Redis } from 'ioredis';

import type { Settings } from '../base/settings';

function databaseName({ database }: Settings): string {
  return database.dialect === 'mysql' ? new URL(database.url).pathname : '';
}

/**
 * What an installation puts before its names in Redis, which it may share with others. Its processes have the same
 * secrets and the same database, however each of them writes its address.
 */
export function installationOf(settings: Settings): string {
  const name = createHmac('sha256', settings.secrets.auditSalt).update(databaseName(settings)).digest('hex');

  return `anxing:${name.slice(0, 12)}`;
}

/**
 * A connection for what may as well be counted here: while Redis is away its commands fail at once. One that hangs keeps
 * whoever asks waiting for a second, and then it is away.
 */
export function openStore(url: string): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    socketTimeout: 1_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 1_000),
  });
  redis.on('error', () => undefined);

  return redis;
}
