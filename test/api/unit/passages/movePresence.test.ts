import fc from 'fast-check';

import type { Presence } from '../../../../api/src/flow/presences';
import { planMovement, type Placement } from '../../../../api/src/passages/movePresence';
import type { Passage } from '../../../../api/src/passages/passage';
import { now, samplePassage } from './samples';

const placement: Placement = { rootId: 'mall', stayMs: 6 * 3_600_000, now };

function presence(given: Partial<Presence>): Presence {
  return { pointId: 'gate1', rootId: 'mall', inside: true, changedAt: now - 1000, ...given };
}

test('entering opens and counts once; entering again refreshes and does not count', () => {
  const first = planMovement(samplePassage({}), [], placement);
  expect(first).toMatchObject({ counted: true, own: { inside: true, changedAt: now } });
  expect(first.flow).toEqual([{ pointId: 'gate1', at: now, came: 1, expired: 0 }]);

  const again = planMovement(samplePassage({}), [presence({})], placement);
  expect(again).toMatchObject({ counted: false, own: { inside: true, changedAt: now }, flow: [] });
});

test('leaving by another gate of the same place ends the presence where it was opened', () => {
  const plan = planMovement(samplePassage({ direction: 'out', pointId: 'gate2' }), [presence({})], placement);
  expect(plan.close).toEqual(['gate1']);
  expect(plan.flow).toEqual([{ pointId: 'gate1', at: now, went: 1 }]);
  expect(plan.counted).toBe(true);
});

test('entering another place ends what is open elsewhere', () => {
  const plan = planMovement(
    samplePassage({}),
    [presence({ pointId: 'school', rootId: 'school' })],
    placement,
  );
  expect(plan.close).toEqual(['school']);
  expect(plan.flow).toContainEqual({ pointId: 'school', at: now, expired: 1 });
});

test('who is stopped at the door after coming in by the poster is not inside any more', () => {
  const stopped = samplePassage({ decision: 'stop', kind: 'scan', pointId: 'gate2' });
  const plan = planMovement(stopped, [presence({})], placement);
  expect(plan).toEqual({
    counted: true,
    own: null,
    close: ['gate1'],
    flow: [{ pointId: 'gate1', at: now, went: 1 }],
  });
});

test('a stop opens nothing and counts nothing', () => {
  const plan = planMovement(samplePassage({ decision: 'stop' }), [presence({ inside: false })], placement);
  expect(plan).toEqual({ counted: false, own: null, close: [], flow: [] });
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
  expect(plan.own).toEqual({ inside: false, changedAt: at + placement.stayMs });
  expect(plan.flow).toEqual([{ pointId: 'gate1', at, came: 1, expired: 1 }]);
});

/** Applies a plan as the writer does. */
function apply(rows: Map<string, Presence>, one: Passage): void {
  const plan = planMovement(one, [...rows.values()], placement);
  for (const pointId of plan.close) {
    const row = rows.get(pointId);
    if (row && row.inside && row.changedAt <= one.at) {
      rows.set(pointId, { ...row, inside: false, changedAt: one.at });
    }
  }
  if (plan.own) {
    rows.set(one.pointId, { pointId: one.pointId, rootId: placement.rootId, ...plan.own });
  }
}

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
