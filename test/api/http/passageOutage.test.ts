import { idToBytes } from '../../../api/src/base/ids';
import type { Point } from '../../../api/src/models/point';
import type { PassageOrder } from '../../../api/src/passages/order';
import { countsOf } from '../../support/api/counts';
import { databaseOutage, type Outage } from '../../support/api/databaseOutage';
import { buildOrder } from '../../support/api/factories/buildOrder';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { eventually } from '../../support/e2e/eventually';

jest.setTimeout(60_000);

let outage: Outage;

beforeAll(async () => {
  outage = await databaseOutage();
});

afterAll(() => outage.close());

/** Keeps the writer busy with batches; each of many goes on until one of its check-ins fails. */
async function pressUntilGone(point: Point, isEnough: (acknowledged: number) => void) {
  const { services } = outage.api;
  const visitors = await Promise.all(Array.from({ length: 30 }, () => buildPerson(services)));
  const sent: PassageOrder[] = [];
  const acknowledged = new Set<string>();
  const press = async (visitor: (typeof visitors)[number]) => {
    for (;;) {
      const order = buildOrder(services, { visitor, point });
      sent.push(order);
      try {
        acknowledged.add((await services.writer.submit(order)).id);
        isEnough(acknowledged.size);
      } catch {
        return;
      }
    }
  };
  await Promise.all(visitors.map(press));

  return { sent, acknowledged };
}

async function storedAmong(orders: readonly PassageOrder[]): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const { passage } of orders) {
    const sql = 'SELECT COUNT(*) AS n FROM passages WHERE day = ? AND id = ?';
    const [row] = await outage.api.services.database.select(sql, [passage.day, idToBytes(passage.id)]);
    if (Number(row?.n) === 1) {
      stored.add(passage.id);
    }
  }

  return stored;
}

test('the database goes in the middle of the batches: what was acknowledged is stored, the rest is written when sent again', async () => {
  const { api } = outage;
  const { services } = api;
  const point = await buildPoint(services);
  let gone: Promise<void> | undefined;
  const { sent, acknowledged } = await pressUntilGone(point, (count) => {
    if (count >= 200) {
      gone ??= outage.takeAway();
    }
  });
  await gone;
  await outage.giveBack();

  expect(acknowledged.size).toBeGreaterThanOrEqual(200);
  expect(sent.length).toBeGreaterThan(acknowledged.size);
  const stored = await storedAmong(sent);
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);

  const answers = await Promise.all(sent.map((order) => services.writer.submit(order)));
  expect(answers.map(({ id }) => id)).toEqual(sent.map(({ passage }) => passage.id));
  const all = { rows: sent.length, counted: 30, came: 30, went: 0, expired: 0, inside: 30 };
  expect(await countsOf(services, point.id)).toEqual(all);
  const chains = await services.audit.verify();
  expect(chains.map(({ brokenAt }) => brokenAt)).toEqual(chains.map(() => null));
});

/** A file does not hang. */
if (process.env.ANXING_TEST_DATABASE?.startsWith('mysql://')) {
  test('while the database hangs a check-in is told so, and not only when it goes on', async () => {
    const { services } = outage.api;
    const point = await buildPoint(services);
    const visitor = await buildPerson(services);
    const orders = Array.from({ length: 3 }, () => buildOrder(services, { visitor, point }));
    await services.writer.submit(buildOrder(services, { visitor, point }));
    const thaw = outage.hang?.() ?? (() => undefined);
    const tooLate = new Promise<string>((done) => setTimeout(() => done('nobody is told'), 40_000).unref());
    const told = Promise.allSettled(orders.map((order) => services.writer.submit(order)));
    const outcomes = await Promise.race([told, tooLate]);
    thaw();

    expect(outcomes).toMatchObject(orders.map(() => ({ status: 'rejected' })));
    const answers = await eventually(() => Promise.all(orders.map((order) => services.writer.submit(order))));
    expect(answers.map(({ id }) => id)).toEqual(orders.map(({ passage }) => passage.id));
    expect((await countsOf(services, point.id)).rows).toBe(1 + orders.length);
  }, 90_000);
}
