import fc from 'fast-check';

import type { FlowChange } from '../../../../api/src/flow/countFlow';
import type { Presence } from '../../../../api/src/flow/presences';
import { planMovement, type Placement } from '../../../../api/src/passages/movePresence';
import type { Passage } from '../../../../api/src/passages/passage';
import { now, samplePassage } from './samples';

const hour = 3_600_000;
const placement: Placement = { rootId: 'mall', stayMs: 6 * 3_600_000, now };

function presence(given: Partial<Presence>): Presence {
  const leavesAt = given.inside === false ? (given.changedAt ?? now - 1000) : now + placement.stayMs - 1000;

  return { pointId: 'gate1', rootId: 'mall', inside: true, changedAt: now - 1000, leavesAt, ...given };
}

test('entering opens and counts once; entering again refreshes and does not count', () => {
  const first = planMovement(samplePassage({}), [], placement);
  expect(first).toMatchObject({ counted: true, own: { inside: true, changedAt: now } });
  expect(first.flow).toEqual([{ pointId: 'gate1', at: now, came: 1 }]);

  const again = planMovement(samplePassage({}), [presence({})], placement);
  expect(again).toMatchObject({ counted: false, own: { inside: true, changedAt: now }, flow: [] });
});

test('leaving by another gate of the same place ends the presence where it was opened', () => {
  const plan = planMovement(samplePassage({ direction: 'out', pointId: 'gate2' }), [presence({})], placement);
  expect(plan.ends).toEqual([{ pointId: 'gate1', inside: false, changedAt: now, leavesAt: now }]);
  expect(plan.flow).toEqual([{ pointId: 'gate1', at: now, went: 1 }]);
  expect(plan.counted).toBe(true);
});

test('entering another place ends what is open elsewhere', () => {
  const plan = planMovement(
    samplePassage({}),
    [presence({ pointId: 'school', rootId: 'school' })],
    placement,
  );
  expect(plan.ends).toEqual([{ pointId: 'school', inside: false, changedAt: now - 1000, leavesAt: now }]);
  expect(plan.flow).toContainEqual({ pointId: 'school', at: now, expired: 1 });
});

test('who is stopped at the door after coming in by the poster is not inside any more', () => {
  const stopped = samplePassage({ decision: 'stop', kind: 'scan', pointId: 'gate2' });
  const plan = planMovement(stopped, [presence({})], placement);
  expect(plan).toEqual({
    counted: true,
    own: null,
    ends: [{ pointId: 'gate1', inside: false, changedAt: now, leavesAt: now }],
    flow: [{ pointId: 'gate1', at: now, went: 1 }],
  });
});

test('a stop opens nothing and counts nothing', () => {
  const plan = planMovement(samplePassage({ decision: 'stop' }), [presence({ inside: false })], placement);
  expect(plan).toEqual({ counted: false, own: null, ends: [], flow: [] });
});

test('an entry that arrives after the later leave does not open', () => {
  const plan = planMovement(
    samplePassage({ at: now - 5000 }),
    [presence({ inside: false, changedAt: now - 1000 })],
    placement,
  );
  expect(plan).toMatchObject({ counted: false, own: null });
});

test('an entry older than the stay time is counted and has left again', () => {
  const at = now - 10 * 3_600_000;
  const plan = planMovement(samplePassage({ at }), [], placement);
  const leavesAt = at + placement.stayMs;
  expect(plan.own).toEqual({ inside: false, changedAt: at, leavesAt });
  expect(plan.flow).toEqual([
    { pointId: 'gate1', at, came: 1 },
    { pointId: 'gate1', at: leavesAt, expired: 1 },
  ]);
});

/** Applies a plan as the writer does. */
function apply(rows: Map<string, Presence>, one: Passage): FlowChange[] {
  const plan = planMovement(one, [...rows.values()], placement);
  for (const end of plan.ends) {
    const row = rows.get(end.pointId);
    if (row) {
      rows.set(end.pointId, { ...row, ...end });
    }
  }
  if (plan.own) {
    rows.set(one.pointId, { pointId: one.pointId, rootId: placement.rootId, ...plan.own });
  }

  return plan.flow;
}

/** What a queue of a phone comes to that is sent now, in its order. */
function sendQueue(events: readonly (readonly ['in' | 'out', hoursAgo: number, pointId?: string])[]) {
  const rows = new Map<string, Presence>();
  const sums = new Map<number, [came: number, went: number, expired: number]>();
  for (const [direction, hoursAgo, pointId = 'gate1'] of events) {
    const one = samplePassage({ direction, at: now - hoursAgo * hour, pointId });
    for (const { at, came = 0, went = 0, expired = 0 } of apply(rows, one)) {
      const key = (now - at) / hour;
      const sum = sums.get(key) ?? [0, 0, 0];
      sums.set(key, [sum[0] + came, sum[1] + went, sum[2] + expired]);
    }
  }
  const moved = [...sums].filter(([, sum]) => sum.some((count) => count !== 0));

  return {
    inside: [...rows.values()].filter(({ inside }) => inside).length,
    moved: Object.fromEntries(moved),
  };
}

describe('a queue that was held up for longer than a stay', () => {
  it('is counted as it happened', () => {
    const queue = [
      ['in', 6],
      ['out', 4.5],
      ['in', 3],
      ['out', 1.5],
      ['in', 0.5],
    ] as const;

    expect(sendQueue(queue)).toEqual({
      inside: 1,
      moved: { 6: [1, 0, 0], 4.5: [0, 1, 0], 3: [1, 0, 0], 1.5: [0, 1, 0], 0.5: [1, 0, 0] },
    });
  });

  it('counts who did not say so as gone when the stay ended, not when it began', () => {
    expect(sendQueue([['in', 10]])).toEqual({ inside: 0, moved: { 10: [1, 0, 0], 4: [0, 0, 1] } });
  });

  it('prolongs the stay of who was seen again', () => {
    const moved = { 10: [1, 0, 0], 2: [0, 0, 1] };
    expect(
      sendQueue([
        ['in', 10],
        ['in', 8],
      ]),
    ).toEqual({ inside: 0, moved });
    expect(
      sendQueue([
        ['in', 10],
        ['in', 5],
      ]),
    ).toEqual({ inside: 1, moved: { 10: [1, 0, 0] } });
  });

  it('lets who left by another gate go from where the stay began', () => {
    const moved = { 10: [1, 0, 0], 9: [0, 1, 0] };
    expect(
      sendQueue([
        ['in', 10],
        ['out', 9, 'gate2'],
      ]),
    ).toEqual({ inside: 0, moved });
  });
});

test('at one point, whoever is inside in the end does not depend on the order of arrival', () => {
  const events = fc.uniqueArray(
    fc.record({ minutes: fc.integer({ min: 0, max: 300 }), direction: fc.constantFrom('in', 'out') }),
    { selector: ({ minutes }) => minutes, minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (list, seeds) => {
      const shuffled = list
        .map((event) => ({ event, key: seeds.next().value ?? 0 }))
        .sort((one, other) => one.key - other.key)
        .map(({ event }) => event);
      const ordered = [...list].sort((one, other) => one.minutes - other.minutes);
      const insideAfter = (sequence: typeof list) => {
        const rows = new Map<string, Presence>();
        for (const { minutes, direction } of sequence) {
          apply(
            rows,
            samplePassage({
              at: now - 300 * 60_000 + minutes * 60_000,
              direction: direction as 'in' | 'out',
            }),
          );
        }

        return rows.get('gate1')?.inside ?? false;
      };
      expect(insideAfter(shuffled)).toBe(insideAfter(ordered));
    }),
  );
});
