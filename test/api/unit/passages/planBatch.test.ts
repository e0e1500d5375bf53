import fc from 'fast-check';

import type { FlowChange } from '../../../../api/src/flow/countFlow';
import type { StoredPresence } from '../../../../api/src/flow/storedPresences';
import { planMovement } from '../../../../api/src/passages/movePresence';
import type { PassageOrder } from '../../../../api/src/passages/order';
import type { Passage } from '../../../../api/src/passages/passage';
import { planBatch } from '../../../../api/src/passages/planBatch';
import { now, sampleOrder, samplePassage } from './samples';

const minute = 60_000;
const places = [
  { rootId: 'mall', stayMs: 6 * 60 * minute, pointIds: ['mall', 'eastGate', 'westGate', 'cinema'] },
  { rootId: 'school', stayMs: 12 * 60 * minute, pointIds: ['school', 'schoolGate'] },
  { rootId: 'station', stayMs: 3 * 60 * minute, pointIds: ['station'] },
];
const points = places.flatMap(({ pointIds, ...place }) => pointIds.map((pointId) => ({ ...place, pointId })));

/** Somebody comes, leaves or is sent away somewhere; hours ago, when a phone had no network until now. */
const anyOrder = fc
  .record({
    person: fc.constantFrom('one', 'two', 'three'),
    point: fc.constantFrom(...points),
    direction: fc.constantFrom('in' as const, 'in' as const, 'out' as const),
    decision: fc.constantFrom('allow' as const, 'allow' as const, 'ask' as const, 'stop' as const),
    minutesAgo: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 72 * 60 })),
  })
  .map(({ person, point, direction, decision, minutesAgo }) => {
    const { pointId, rootId, stayMs } = point;
    const at = now - minutesAgo * minute;
    const passage = samplePassage({ personId: person, pointId, unitId: rootId, direction, decision, at });

    return sampleOrder(passage, { rootId, stayMs });
  });

const anyOrders = fc
  .array(anyOrder, { minLength: 1, maxLength: 25 })
  .map((orders) => orders.map((order, i) => ({ ...order, passage: { ...order.passage, id: `id${i}` } })));

type Table = Map<string, StoredPresence>;

const keyOf = (personId: string, pointId: string) => `${personId} at ${pointId}`;

/** Writes one movement as if it were alone in its transaction. */
function write(table: Table, order: PassageOrder, flow: FlowChange[], at = now): Passage {
  const { passage, rootId, stayMs } = order;
  const { personId, pointId, unitId, day, id } = passage;
  const own = [...table.values()].filter((presence) => presence.personId === personId);
  const movement = planMovement(passage, own, { rootId, stayMs, now: at });
  for (const end of movement.ends) {
    const open = table.get(keyOf(personId, end.pointId));
    if (open) {
      table.set(keyOf(personId, end.pointId), { ...open, ...end });
    }
  }
  if (movement.own) {
    const row = { personId, pointId, unitId, rootId, passageDay: day, passageId: id };
    table.set(keyOf(personId, pointId), { ...row, ...movement.own });
  }
  flow.push(...movement.flow);

  return { ...passage, counted: movement.counted };
}

function oneByOne(orders: readonly PassageOrder[], table: Table) {
  const flow: FlowChange[] = [];
  const passages = orders.map((order) => write(table, order, flow));

  return { passages, flow };
}

/** The orders cut into batches, each written after the one before. */
function inBatches(batches: readonly (readonly PassageOrder[])[]) {
  const table: Table = new Map();
  const flow: FlowChange[] = [];
  const passages: Passage[] = [];
  for (const orders of batches) {
    const plan = planBatch(orders, [...table.values()], now);
    plan.presences.forEach((one) => table.set(keyOf(one.personId, one.pointId), one));
    flow.push(...plan.flow);
    passages.push(...plan.passages);
  }

  return { table, flow, passages };
}

function cut(orders: readonly PassageOrder[], sizes: readonly number[]): PassageOrder[][] {
  const batches: PassageOrder[][] = [];
  let from = 0;
  for (let i = 0; from < orders.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    batches.push(orders.slice(from, from + size));
    from += size;
  }

  return batches;
}

const rowsOf = (table: Table) => Object.fromEntries([...table].sort());

function stillInside(flow: readonly FlowChange[], pointId: string): number {
  return flow
    .filter((change) => change.pointId === pointId)
    .reduce((sum, { came = 0, went = 0, expired = 0 }) => sum + came - went - expired, 0);
}

test('a batch comes to the same as its passages one at a time, however they are cut into batches', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyOrders, sizes, (orders, cuts) => {
      const table: Table = new Map();
      const single = oneByOne(orders, table);
      const batched = inBatches(cut(orders, cuts));

      expect(batched.passages).toEqual(single.passages);
      expect(batched.flow).toEqual(single.flow);
      expect(rowsOf(batched.table)).toEqual(rowsOf(table));
    }),
    { numRuns: 500 },
  );
});

test('in any order of arrival, open presences = came − went − expired at every point', () => {
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const { table, flow } = inBatches([orders]);
      for (const { pointId } of points) {
        const open = [...table.values()].filter((one) => one.pointId === pointId && one.inside);
        expect([pointId, open.length]).toEqual([pointId, stillInside(flow, pointId)]);
      }
    }),
    { numRuns: 500 },
  );
});

test('in any order of arrival, nobody is inside two places', () => {
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const apart = orders.map((order, i) => {
        const at = order.passage.at - i;

        return { ...order, passage: { ...order.passage, at } };
      });
      const open = [...inBatches([apart]).table.values()].filter(({ inside }) => inside);
      const placesOf = (person: string) =>
        new Set(open.filter(({ personId }) => personId === person).map(({ rootId }) => rootId));
      for (const person of ['one', 'two', 'three']) {
        expect([...placesOf(person)].length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

test('presences that nothing happened to are not written again', () => {
  const first = planBatch([sampleOrder(samplePassage({ id: 'a' }))], [], now);
  const elsewhere = samplePassage({ id: 'b', personId: 'other', pointId: 'westGate' });
  const second = planBatch([sampleOrder(elsewhere)], first.presences, now);

  expect(first.presences.map(({ personId }) => personId)).toEqual(['p']);
  expect(second.presences.map(({ personId }) => personId)).toEqual(['other']);
});

test('the same person twice at once in one batch counts one entry', () => {
  const orders = ['a', 'b', 'c'].map((id) => sampleOrder(samplePassage({ id })));
  const plan = planBatch(orders, [], now);

  expect(plan.passages.map(({ counted }) => counted)).toEqual([true, false, false]);
  expect(plan.flow).toEqual([{ pointId: 'gate1', at: now, came: 1 }]);
  expect(plan.presences).toMatchObject([{ inside: true, passageId: 'c' }]);
});

/** What the automatic leave does until `at`. */
function leaveAutomatically(table: Table, flow: FlowChange[], at: number): void {
  for (const [key, presence] of table) {
    if (presence.inside && presence.leavesAt <= at) {
      table.set(key, { ...presence, inside: false });
      flow.push({ pointId: presence.pointId, at: presence.leavesAt, expired: 1 });
    }
  }
}

function summed(flow: readonly FlowChange[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { pointId, at, came = 0, went = 0, expired = 0 } of flow) {
    for (const [what, count] of Object.entries({ came, went, expired })) {
      const key = `${pointId} ${at} ${what}`;
      sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }

  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort());
}

test('a queue that a phone sends late, in its order, comes to the same as if each had been sent in time', () => {
  const queue = fc.uniqueArray(anyOrder, {
    selector: ({ passage }) => passage.at,
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(queue, (orders) => {
      const inOrder = [...orders].sort((one, other) => one.passage.at - other.passage.at);
      const inTime = { table: new Map() as Table, flow: [] as FlowChange[] };
      for (const order of inOrder) {
        leaveAutomatically(inTime.table, inTime.flow, order.passage.at);
        write(inTime.table, order, inTime.flow, order.passage.at);
      }
      leaveAutomatically(inTime.table, inTime.flow, now);
      const late = { table: new Map() as Table, flow: [] as FlowChange[] };
      inOrder.forEach((order) => write(late.table, order, late.flow));

      expect(summed(late.flow)).toEqual(summed(inTime.flow));
      expect(rowsOf(late.table)).toEqual(rowsOf(inTime.table));
    }),
    { numRuns: 1_000 },
  );
});
