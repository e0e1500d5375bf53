import { limits } from '@anxing/contract/limits';

import type { Passage } from '../../../api/src/passages/passage';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { buildOrder } from '../../support/api/factories/buildOrder';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import { signIn } from '../../support/api/factories/signIn';
import { holdWriting } from '../../support/api/holdWriting';
import { secondWriter } from '../../support/api/secondWriter';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

let api: TestApi;
let visitor: BuiltPerson;

beforeAll(async () => {
  api = await startApi();
  visitor = await buildPerson(api.services);
});

afterAll(() => api.close());

const once = { rows: 1, counted: 1, came: 1, inside: 1 };

/** How often a batch was written until now. */
async function batches(): Promise<number> {
  const sql = "SELECT COUNT(*) AS n FROM audit_events WHERE action = 'passages.batch'";
  const [row] = await api.services.database.select(sql);

  return Number(row?.n);
}

function essence({ id, requestHash, counted }: Passage): unknown[] {
  return [id, requestHash.toString('hex'), counted];
}

function codesOf(outcomes: readonly PromiseSettledResult<Passage>[]): string[] {
  return outcomes.map((one) => (one.status === 'fulfilled' ? 'stored' : String(one.reason.code)));
}

describe('the same id', () => {
  it('twice in one batch is written once, and both get the first answer', async () => {
    const { writer } = api.services;
    const point = await buildPoint(api.services);
    const order = buildOrder(api.services, { visitor, point });
    const before = await batches();
    const answers = await Promise.all([writer.submit(order), writer.submit({ ...order })]);

    expect(await batches()).toBe(before + 1);
    expect(answers.map(essence)).toEqual([essence(answers[0]), essence(answers[0])]);
    expect(await countsOf(api.services, point.id)).toMatchObject(once);
  });

  it('in a later batch is answered from what is stored, also beside new ones', async () => {
    const { writer } = api.services;
    const point = await buildPoint(api.services);
    const [order, other] = [
      buildOrder(api.services, { visitor, point }),
      buildOrder(api.services, { visitor, point }),
    ];
    const first = await writer.submit(order);
    const [again, fresh] = await Promise.all([writer.submit(order), writer.submit(other)]);

    expect(essence(again)).toEqual(essence(first));
    expect([first.counted, fresh.counted]).toEqual([true, false]);
    expect(await countsOf(api.services, point.id)).toMatchObject({ ...once, rows: 2 });
  });

  it('while its first batch is being written waits for it and gets its answer', async () => {
    const { writer } = api.services;
    const point = await buildPoint(api.services);
    const order = buildOrder(api.services, { visitor, point });
    const letGo = await holdWriting(api.services);
    const first = writer.submit(order);
    await new Promise((done) => setImmediate(done));
    expect(writer.waiting).toBe(0);
    const second = writer.submit(order);
    await letGo();

    expect(essence(await second)).toEqual(essence(await first));
    expect(await countsOf(api.services, point.id)).toMatchObject(once);
  });

  it('over two writers of one database is written once, whoever is first', async () => {
    const { writer } = api.services;
    const other = await secondWriter(api.services);
    expect(other.slot).not.toBe(api.services.lease.slot);
    const point = await buildPoint(api.services);
    const visitors = await Promise.all(Array.from({ length: 20 }, () => buildPerson(api.services)));
    const orders = visitors.map((one) => buildOrder(api.services, { visitor: one, point }));
    const submitted = orders.flatMap((order) => [writer.submit(order), other.writer.submit(order)]);
    const answers = await Promise.all(submitted);
    await other.close();

    expect(answers.map(({ id }) => id)).toEqual(orders.flatMap(({ passage: { id } }) => [id, id]));
    const all = { rows: 20, counted: 20, came: 20, inside: 20 };
    expect(await countsOf(api.services, point.id)).toMatchObject(all);
    const chains = await api.services.audit.verify();
    expect(chains.map(({ brokenAt }) => brokenAt)).toEqual(chains.map(() => null));
  });

  it('for something else is refused, in the same batch and in a later one', async () => {
    const { writer } = api.services;
    const [here, there] = [await buildPoint(api.services), await buildPoint(api.services)];
    const order = buildOrder(api.services, { visitor, point: here });
    const thief = buildOrder(api.services, { visitor, point: there, values: { id: order.passage.id } });

    const together = await Promise.allSettled([writer.submit(order), writer.submit(thief)]);
    const later = await Promise.allSettled([writer.submit(thief)]);
    expect(codesOf([...together, ...later])).toEqual(['stored', 'same_id_other_body', 'same_id_other_body']);
    expect((await countsOf(api.services, there.id)).rows).toBe(0);
  });
});

describe('an order that the database refuses', () => {
  const poisons: [string, Partial<Passage>][] = [
    ['a text too long for its column', { division: '350102'.repeat(4) }],
    ['nothing where something must be', { colour: null as never }],
  ];

  it.each(poisons)('fails alone among fifty: %s', async (_what, values) => {
    const { writer } = api.services;
    const point = await buildPoint(api.services);
    const visitors = await Promise.all(Array.from({ length: 50 }, () => buildPerson(api.services)));
    const orders = visitors.map((one, i) =>
      buildOrder(api.services, { visitor: one, point, values: i === 17 ? values : {} }),
    );
    const outcomes = await Promise.allSettled(orders.map((order) => writer.submit(order)));

    expect(outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([17]);
    const rest = { rows: 49, counted: 49, came: 49, inside: 49 };
    expect(await countsOf(api.services, point.id)).toMatchObject(rest);
    await writer.submit(buildOrder(api.services, { visitor, point }));
  });

  it('does not spoil a repeat or a new one beside it', async () => {
    const { writer } = api.services;
    const point = await buildPoint(api.services);
    const order = buildOrder(api.services, { visitor, point });
    const first = await writer.submit(order);
    const bad = buildOrder(api.services, { visitor, point, values: { colour: null as never } });
    const fresh = buildOrder(api.services, { visitor, point });
    const outcomes = await Promise.allSettled([bad, order, fresh].map((one) => writer.submit(one)));

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const repeated = outcomes[1];
    expect(repeated?.status === 'fulfilled' && essence(repeated.value)).toEqual(essence(first));
    expect((await countsOf(api.services, point.id)).rows).toBe(2);
  });
});

test('when too many wait the next are asked to come back, and all that were taken are written', async () => {
  const { writer } = api.services;
  const point = await buildPoint(api.services);
  const { token } = await buildPoster(api.services, point);
  const auth = await signIn(api.services, visitor);
  const visit = { id: checkInId(), poster: token };
  const post = () => api.request.post('/api/v1/visits').set(auth).send(visit);
  const orders = Array.from({ length: limits.waitingPassages }, () =>
    buildOrder(api.services, { visitor, point }),
  );

  const letGo = await holdWriting(api.services);
  const first = writer.submit(buildOrder(api.services, { visitor, point }));
  await new Promise((done) => setImmediate(done));
  const taken = Promise.allSettled(orders.map((order) => writer.submit(order)));
  expect(writer.waiting).toBe(limits.waitingPassages);
  const refused = await post();
  await letGo();

  expect([refused.status, refused.body.error.code]).toEqual([503, 'unavailable']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await first;
  expect(new Set(codesOf(await taken))).toEqual(new Set(['stored']));
  await post().expect(200);
  const rows = limits.waitingPassages + 2;
  expect(await countsOf(api.services, point.id)).toMatchObject({ ...once, rows });
});

test('a listener that fails does not make a check-in fail that is stored', async () => {
  const { bus, writer } = api.services;
  const point = await buildPoint(api.services);
  const order = buildOrder(api.services, { visitor, point });
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const stop = bus.subscribe('flow', () => {
    throw new Error('a listener of no consequence');
  });
  try {
    expect((await writer.submit(order)).id).toBe(order.passage.id);
  } finally {
    stop();
    warn.mockRestore();
  }
  expect((await countsOf(api.services, point.id)).rows).toBe(1);
});
