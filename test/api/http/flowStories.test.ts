import { clearsAt } from '@anxing/contract/crowd';
import fc from 'fast-check';

import { emptyPoint } from '../../../api/src/commands/emptyPoint';
import { flowToday } from '../../../api/src/flow/flowToday';
import { automaticLeave } from '../../../api/src/jobs/automaticLeave';
import { judgeWarnings } from '../../../api/src/jobs/judgeWarnings';
import { FlowWarning } from '../../../api/src/models/flowWarning';
import type { Point } from '../../../api/src/models/point';
import { countsOf } from '../../support/api/counts';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildUnit, system } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(180_000);

const minute = 60_000;
/** As long as `buildPassage` lets people stay. */
const stayMs = 4 * 60 * minute;
const line = 3;

let api: TestApi;
let people: BuiltPerson[];

beforeAll(async () => {
  api = await startApi();
  people = await Promise.all(Array.from({ length: 5 }, () => buildPerson(api.services)));
});

afterAll(() => api.close());

type Step =
  | { kind: 'in' | 'out'; person: number; point: number }
  | { kind: 'expire' }
  | { kind: 'empty'; point: number };

/** A hall with a floor with a room, and a shop beside it. */
const parents = [null, 0, 1, null];
const trees = [[0, 1, 2], [1, 2], [2], [3]];
const rootOf = (point: number) => (point === 3 ? 3 : 0);

const somebody = fc.nat({ max: 4 });
const somewhere = fc.nat({ max: 3 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('in' as const), person: somebody, point: somewhere }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('out' as const), person: somebody, point: somewhere }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('empty' as const), point: somewhere }) },
);

/** Who is where, told in the simplest way: `<person> <point>` with the end of the stay. */
class Model {
  private readonly stays = new Map<string, number>();

  take(step: Step, now: number): void {
    const end = (ends: (person: number, point: number, until: number) => boolean) => {
      for (const [key, until] of this.stays) {
        const [person = 0, point = 0] = key.split(' ').map(Number);
        if (ends(person, point, until)) {
          this.stays.delete(key);
        }
      }
    };
    switch (step.kind) {
      case 'in':
        end((person, point) => person === step.person && rootOf(point) !== rootOf(step.point));
        this.stays.set(`${step.person} ${step.point}`, now + stayMs);
        break;
      case 'out':
        end((person, point) => person === step.person && rootOf(point) === rootOf(step.point));
        break;
      case 'expire':
        end((_person, _point, until) => until <= now);
        break;
      case 'empty':
        end((_person, point) => trees[step.point]?.includes(point) ?? false);
    }
  }

  /** People inside a point and those below it, everybody once. */
  inside(point: number): number {
    const keys = [...this.stays.keys()].map((key) => key.split(' ').map(Number));

    return new Set(keys.filter(([, at = -1]) => trees[point]?.includes(at)).map(([person]) => person)).size;
  }

  /** Open stays at the point itself. */
  staysAt(point: number): number {
    return [...this.stays.keys()].filter((key) => key.endsWith(` ${point}`)).length;
  }
}

async function buildPlaces(): Promise<Point[]> {
  const unit = await buildUnit(api.services);
  const points: Point[] = [];
  for (const above of parents) {
    const parent = above === null ? undefined : points[above];
    const values = { warningLine: line };
    points.push(await buildPoint(api.services, { unit, values, ...(parent ? { parent } : {}) }));
  }

  return points;
}

async function perform(step: Step, points: readonly Point[]): Promise<void> {
  const { services, clock } = api;
  if (step.kind === 'expire') {
    clock.advance(2 * 60 * minute);
    await automaticLeave.perform(services);

    return;
  }
  const point = points[step.point];
  if (!point) {
    return;
  }
  if (step.kind === 'empty') {
    await emptyPoint(services, system, point);
  } else {
    const person = people[step.person];
    await buildPassage(services, { point, ...(person ? { person } : {}), values: { direction: step.kind } });
  }
}

async function insideNow(points: readonly Point[]): Promise<(number | undefined)[]> {
  const { database, flow, config } = api.services;
  const ids = points.map(({ id }) => id);
  const tree = await flow.trees.get(points[0]?.unitId ?? '');
  const flows = tree && (await flowToday(database, tree, ids, config.brand.zone, api.clock.now()));

  return ids.map((id) => flows?.get(id)?.inside);
}

/** How often a line is crossed by these numbers, if it must be left behind before it is crossed again. */
function crossings(numbers: readonly number[]): number {
  const places = numbers
    .map((inside) => (inside >= line ? 'above' : inside <= clearsAt(line) ? 'below' : 'between'))
    .filter((place) => place !== 'between');

  return places.filter((place, i) => place === 'above' && places[i - 1] !== 'above').length;
}

test('whatever people do: everybody is inside once, what came is inside or gone, a warning is one per crossing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 24 }), async (story) => {
      const points = await buildPlaces();
      const model = new Model();
      const seen = points.map((): number[] => []);
      for (const step of story) {
        api.clock.advance(minute);
        await perform(step, points);
        model.take(step, api.clock.now());
        expect(await insideNow(points)).toEqual(points.map((_, i) => model.inside(i)));
        points.forEach((_, i) => seen[i]?.push(model.inside(i)));
        await judgeWarnings(
          api.services,
          points[0]?.unitId ?? '',
          points.map(({ id }) => id),
        );
      }
      for (const [i, point] of points.entries()) {
        const { came, went, expired, inside } = await countsOf(api.services, point.id);
        expect(inside).toBe(model.staysAt(i));
        expect(came - went - expired).toBe(inside);
        expect(await FlowWarning.count({ where: { pointId: point.id } })).toBe(crossings(seen[i] ?? []));
      }
    }),
    { numRuns: 15 },
  );
});
