import { randomBytes } from 'node:crypto';

import type { PassageItem } from '@anxing/contract/passages';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { PrivateRedis } from '../support/api/privateRedis';
import { signInResident, signInStaff, type ApiUser } from '../support/e2e/apiUser';
import { eventually } from '../support/e2e/eventually';
import { startServer, type RunningServer } from '../support/e2e/server';
import { checkIn, flowOf, placeNamed, type Place } from '../support/e2e/venue';

jest.setTimeout(120_000);

const mariadb = process.env.ANXING_TEST_MARIADB;
const withMariadb = mariadb ? describe : describe.skip;

withMariadb('two processes on one port', () => {
  let redis: PrivateRedis;
  let server: RunningServer;
  let manager: ApiUser;
  let resident: ApiUser;
  let garage: Place;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    const environment = { REDIS_URL: redis.url, ANXING_PROCESSES: '2' };
    server = await startServer({ name: 'one-port', database: mariadb ?? '', environment });
    await untilBothServe();
    manager = await signInStaff(server, 'manager');
    resident = await signInResident(server, 'resident');
    garage = await placeNamed(manager, '示例万象停车楼');
  });

  afterAll(async () => {
    await server?.close();
    await redis?.stop();
  });

  /** One number of /metrics, which any of the processes gives for all. */
  async function metric(pattern: RegExp): Promise<number> {
    // A connection stays with its process: each time another one.
    const answer = await fetch(`${server.url}/metrics`, { headers: { connection: 'close' } });

    return Number(pattern.exec(await answer.text())?.[1]);
  }

  async function untilBothServe(): Promise<void> {
    await eventually(async () => {
      expect(server.process.workers()).toHaveLength(2);
      expect(await metric(/^anxing_bus_healthy (\d)$/m)).toBe(1);
    }, 20_000);
  }

  test('the numbers are those of both, whoever is asked', async () => {
    const before = await metric(/kind="visit",decision="allow"\} (\d+)/);
    for (let nth = 0; nth < 10; nth += 1) {
      await checkIn(resident, garage);
    }
    for (let nth = 0; nth < 4; nth += 1) {
      expect(await metric(/kind="visit",decision="allow"\} (\d+)/)).toBe((before || 0) + 10);
    }
  });

  test('one that dies is replaced, and the other serves meanwhile', async () => {
    const [first = 0, second = 0] = server.process.workers();
    process.kill(first, 'SIGKILL');
    await eventually(() => checkIn(resident, garage), 30_000);
    await eventually(() => {
      const workers = server.process.workers();
      expect(workers).toHaveLength(2);
      expect(workers).toContain(second);
      expect(workers).not.toContain(first);
    });
    await untilBothServe();
    expect(server.readLog()).toMatch(/Worker \d+ has ended \(SIGKILL\); another one starts in 1 s/);
  });

  test('asked to stop, all finish what they have acknowledged', async () => {
    const poster = garage.link.split('/p/')[1];
    const ids = Array.from({ length: 20 }, () => makeUuid7(Date.now(), randomBytes(10)));
    const answers = ids.map((id) =>
      resident.post('visits', { id, poster }).then(
        () => id,
        () => undefined,
      ),
    );
    await new Promise((done) => setTimeout(done, 20));
    await server.stop();
    const acknowledged = (await Promise.all(answers)).filter((id) => id !== undefined);
    await server.start();
    const again = await signInStaff(server, 'manager');
    const { items } = await again.get<{ items: PassageItem[] }>('unit/passages?limit=100');
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(await flowOf(again, garage.id)).toMatchObject({ inside: 1 });
  });
});
