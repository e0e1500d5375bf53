import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import pino from 'pino';
import supertest from 'supertest';

import { createApp } from '../../../api/src/app';
import { createLogger } from '../../../api/src/base/logger';
import { buildServices } from '../../../api/src/buildServices';
import type { Services } from '../../../api/src/context';
import { migrate } from '../../../api/src/storage/migrate';
import { migrations } from '../../../api/db/migrations';
import { preparePassageDays } from '../../../api/src/passages/passageDays';
import { deliverEmptyFeeds } from '../../../api/src/commands/deliverFacts';
import { testDatabaseUrl, dropTestDatabase } from './testDatabase';
import { testSettings } from './testSettings';

export class TestClock {
  private shift = 0;

  now(): number {
    return Date.now() + this.shift;
  }

  /** Moves the server's time. */
  advance(ms: number): void {
    this.shift += ms;
  }

  reset(): void {
    this.shift = 0;
  }
}

export interface TestApi {
  services: Services;
  clock: TestClock;
  url: string;
  request: ReturnType<typeof supertest>;
  /** All that was logged so far. */
  readLog(): string;
  close(): Promise<void>;
}

function logFile(): string {
  return path.join(process.env.ANXING_TEST_LOGS ?? os.tmpdir(), `api-${randomUUID()}.log`);
}

interface Options {
  /** Whether every feed has delivered, so that people are green; yes unless told. */
  feeds?: boolean;
  /** Environment variables. */
  settings?: Record<string, string>;
  /** A MySQL server other than the one of the whole run. */
  server?: string;
}

/** Starts the real app on a free port over a real, migrated database. One per test file. */
export async function startApi(options: Options = {}): Promise<TestApi> {
  const databaseUrl = await testDatabaseUrl(options.server);
  const clock = new TestClock();
  const log = logFile();
  const destination = pino.destination({ dest: log, sync: true });
  const services = buildServices(testSettings(databaseUrl, options.settings), {
    clock,
    logger: createLogger('info', destination),
  });
  await services.lease.take('adding');
  await migrate(services.database, migrations);
  await preparePassageDays(services.database, services.config.brand.zone, clock.now());
  if (options.feeds ?? true) {
    await deliverEmptyFeeds(services);
  }
  const server: Server = http.createServer(createApp(services));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;

  return {
    services,
    clock,
    url,
    request: supertest(url),
    readLog: () => readFileSync(log, 'utf8'),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await services.close();
      await dropTestDatabase(databaseUrl);
    },
  };
}
