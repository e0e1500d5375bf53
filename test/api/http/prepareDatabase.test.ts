import { randomUUID } from 'node:crypto';

import { migrations } from '../../../api/db/migrations';
import { StartRefused } from '../../../api/src/base/errors';
import { createLogger } from '../../../api/src/base/logger';
import { buildServices } from '../../../api/src/buildServices';
import { isUpToDate, prepareDatabase } from '../../../api/src/commands/prepareDatabase';
import type { Services } from '../../../api/src/context';
import { claim, type LeaseMode } from '../../../api/src/storage/leases';
import { servingMode } from '../../../api/src/storage/makeBus';
import type { Migration } from '../../../api/src/storage/migrate';
import { endTurn, takeTurn } from '../../../api/src/storage/turns';
import { dropTestDatabase, testDatabaseUrl } from '../../support/api/testDatabase';
import { testSettings } from '../../support/api/testSettings';
import { eventually } from '../../support/e2e/eventually';

const logger = createLogger('silent', { write: () => undefined });

/** As many as it takes. */
const few = migrations.slice(0, 1);

let url: string;
let services: Services & { close(): Promise<void> };

beforeEach(async () => {
  url = await testDatabaseUrl();
  services = buildServices(testSettings(url), { logger });
});

afterEach(async () => {
  await services.close();
  await dropTestDatabase(url);
});

/** Another process, which lives for a minute. */
async function another(mode: LeaseMode): Promise<string> {
  const owner = randomUUID();
  const process = { host: 'another', pid: 1 };
  await claim(services.database, { owner, mode, process, lengthMs: 60_000 });

  return owner;
}

jest.setTimeout(20_000);

/** What a newer version brings. */
function newer(up = jest.fn(async () => undefined)): readonly Migration[] {
  return [...few, { name: '9999-newer', up }];
}

test('an empty database is made ready, by any command; a second time there is nothing to do', async () => {
  expect(await isUpToDate(services, migrations)).toBe(false);
  const done = await prepareDatabase(services, migrations);
  expect(done).toEqual(migrations.map(({ name }) => name));
  expect(await isUpToDate(services, migrations)).toBe(true);
  expect([services.lease.slot, services.lease.isHeld(), services.bus.isHealthy()]).toEqual([0, true, true]);
});

test('a command that only adds does not change the schema under servers, but may work beside them', async () => {
  await prepareDatabase(services, few);
  await services.lease.release();
  await another('shared');
  const command = buildServices(services.settings, { logger });
  try {
    const up = jest.fn(async () => undefined);
    const refused = await prepareDatabase(command, newer(up)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartRefused);
    expect(refused).toMatchObject({ exitCode: 74, message: expect.stringContaining('npm run migrate') });
    expect(up).not.toHaveBeenCalled();
    expect(await prepareDatabase(command, few)).toEqual([]);
  } finally {
    await command.close();
  }
});

test('who serves beside others brings them up to date, and whoever has copies forgets them', async () => {
  await prepareDatabase(services, few, { mode: 'shared' });
  await services.lease.release();
  await another('shared');
  const server = buildServices(services.settings, { logger });
  const gap = jest.fn();
  server.bus.onGap(gap);
  expect(await prepareDatabase(server, newer(), { mode: 'shared' })).toEqual(['9999-newer']);
  expect(gap).toHaveBeenCalledTimes(1);
  await server.close();
});

test('who migrates is waited for, unless it has died', async () => {
  await prepareDatabase(services, few);
  const { database, lease } = services;
  const other = await another('shared');
  const theirs = { name: 'migrate', owner: other, everyMs: 0 };
  expect(await takeTurn(database, theirs)).toBe(true);
  expect(await takeTurn(database, { ...theirs, owner: lease.owner })).toBe(false);

  await database.write((tx) =>
    database.execute('UPDATE leases SET expires_at = 1 WHERE owner = ?', [other], tx),
  );
  await eventually(async () => {
    expect(await takeTurn(database, { ...theirs, owner: lease.owner })).toBe(true);
  });
  await endTurn(database, theirs);
  expect(await takeTurn(database, theirs)).toBe(false);
  await endTurn(database, { ...theirs, owner: lease.owner });
  expect(await takeTurn(database, theirs)).toBe(true);
});

test('work at intervals is begun by one, and by the next only after the interval', async () => {
  await prepareDatabase(services, few);
  const { database, lease } = services;
  const other = await another('shared');
  const turn = { name: 'tidy', owner: lease.owner, everyMs: 3_600_000 };
  expect(await takeTurn(database, turn)).toBe(true);
  await endTurn(database, turn);
  expect(await takeTurn(database, { ...turn, owner: other })).toBe(false);
  expect(await takeTurn(database, { ...turn, owner: other, everyMs: 0 })).toBe(true);
});

test('a file has one server, also with Redis; a MySQL server without Redis too', () => {
  const redis = { REDIS_URL: 'redis://127.0.0.1:6379' };
  const mysql = 'mysql://root@127.0.0.1/anxing';
  expect(servingMode(testSettings('sqlite:x', redis))).toBe('alone');
  expect(servingMode(testSettings(mysql))).toBe('alone');
  expect(servingMode(testSettings(mysql, redis))).toBe('shared');
});

if (process.env.ANXING_TEST_DATABASE?.startsWith('mysql://')) {
  test('every connection refuses what does not fit, whatever the server’s default', async () => {
    const { database } = services;
    const asked = 'SELECT @@SESSION.sql_mode AS mode, @@SESSION.time_zone AS zone';
    const rows = [await database.select(asked), await database.batch((tx) => tx.select(asked))].flat();

    expect(rows).toHaveLength(2);
    for (const { mode, zone } of rows) {
      expect(String(mode).split(',')).toContain('STRICT_TRANS_TABLES');
      expect(mode).not.toContain('NO_BACKSLASH_ESCAPES');
      expect(zone).toBe('+00:00');
    }
  });
}
