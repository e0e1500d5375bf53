import { randomInt } from 'node:crypto';

import { idToBytes } from '../../../api/src/base/ids';
import type { Point } from '../../../api/src/models/point';
import { checkInId } from '../../support/api/checkIn';
import { countsOf, type PointCounts } from '../../support/api/counts';
import { buildPoint, buildPoster } from '../../support/api/factories/buildPoint';
import type { Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { SeededRandom } from '../../support/api/seededRandom';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

const minute = 60_000;
const people = 20;
const checkIns = 200;
const repeats = 3;
const atOnce = 25;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

interface Planned {
  person: number;
  gate: number;
  direction: 'in' | 'out';
  minutesAgo: number;
}

/** Check-ins of phones that had no network. */
function plan(random: SeededRandom, from: number, until: number): Planned[] {
  return Array.from({ length: checkIns }, (_, i) => ({
    person: i % people,
    gate: random.below(4),
    direction: random.pick(['in', 'in', 'out'] as const),
    minutesAgo: from + random.below(until - from),
  }));
}

interface Gate {
  point: Point;
  token: string;
}

/** Two gates of one building, a shop, and a place elsewhere. */
async function gates(): Promise<Gate[]> {
  const building = await buildPoint(api.services);
  const unit = { id: building.unitId } as never;
  const points = [
    await buildPoint(api.services, { unit, parent: building }),
    await buildPoint(api.services, { unit, parent: building }),
    await buildPoint(api.services, { unit }),
    await buildPoint(api.services),
  ];

  return Promise.all(
    points.map(async (point) => ({ point, token: (await buildPoster(api.services, point)).token })),
  );
}

async function crowd(count: number): Promise<Auth[]> {
  const built = await Promise.all(Array.from({ length: count }, () => signedInPerson(api.services)));

  return built.map(({ auth }) => auth);
}

function post(auth: Auth | undefined, body: object) {
  return api.request
    .post('/api/v1/visits')
    .set(auth ?? {})
    .send(body);
}

/** Sends every check-in three times in a random order, some at once. @returns the answers by check-in */
async function replay(random: SeededRandom, planned: readonly Planned[], where: readonly Gate[]) {
  const auths = await crowd(people);
  const now = Date.now();
  const bodies = planned.map(({ gate, direction, minutesAgo }) => ({
    id: checkInId(now - minutesAgo * minute),
    poster: where[gate]?.token,
    direction,
  }));
  const answers = planned.map(() => [] as string[]);
  const order = random.shuffled(Array.from({ length: checkIns * repeats }, (_, i) => i % checkIns));
  for (let from = 0; from < order.length; from += atOnce) {
    const some = order.slice(from, from + atOnce);
    await Promise.all(
      some.map(async (i) => {
        const { status, text } = await post(auths[planned[i]?.person ?? 0], bodies[i] ?? {});
        answers[i]?.push(`${status} ${text}`);
      }),
    );
  }

  return answers;
}

function countsAt(where: readonly Gate[]): Promise<PointCounts[]> {
  return Promise.all(where.map(({ point }) => countsOf(api.services, point.id)));
}

function expectOneAnswerEach(answers: readonly string[][], { seed }: SeededRandom): void {
  const odd = answers.filter((all) => new Set(all).size !== 1 || !all[0]?.startsWith('200 '));
  expect({ seed, odd }).toEqual({ seed, odd: [] });
  expect(answers.map(({ length }) => length)).toEqual(answers.map(() => repeats));
}

async function cameIn(hours: number, { point }: Gate): Promise<number> {
  const since = Math.floor(Date.now() / 3_600_000) - hours;
  const [row] = await api.services.database.select(
    'SELECT SUM(came) AS came FROM flow_counts WHERE point_id = ? AND hour > ?',
    [idToBytes(point.id), since],
  );

  return Number(row?.came ?? 0);
}

test('200 check-ins of the last 72 hours, shuffled and tripled: each is written once, and the counts are right', async () => {
  const random = new SeededRandom(randomInt(2 ** 31));
  const { seed } = random;
  const planned = plan(random, 0, 72 * 60 - 5);
  const where = await gates();
  expectOneAnswerEach(await replay(random, planned, where), random);

  const counts = await countsAt(where);
  const rows = where.map((_, at) => planned.filter(({ gate }) => gate === at).length);
  expect({ seed, rows: counts.map((one) => one.rows) }).toEqual({ seed, rows });
  const inside = counts.map(({ came, went, expired }) => came - went - expired);
  expect({ seed, inside: counts.map((one) => one.inside) }).toEqual({ seed, inside });
  expect(counts.reduce((sum, { came }) => sum + came, 0)).toBeGreaterThan(people);
});

test('who is inside today stays inside, and nobody else is, when yesterday’s check-ins come in late', async () => {
  const random = new SeededRandom(randomInt(2 ** 31));
  const { seed } = random;
  const where = await gates();
  const today = await crowd(where.length);
  for (const [i, { token }] of where.entries()) {
    await post(today[i], { id: checkInId(), poster: token }).expect(200);
  }
  const planned = plan(random, 24 * 60, 72 * 60 - 5);
  expectOneAnswerEach(await replay(random, planned, where), random);

  const counts = await countsAt(where);
  const inside = where.map(() => 1);
  expect({ seed, inside: counts.map((one) => one.inside) }).toEqual({ seed, inside });
  const stay = counts.map(({ came, went, expired }) => came - went - expired);
  expect({ seed, stay }).toEqual({ seed, stay: inside });
  const cameToday = await Promise.all(where.map((gate) => cameIn(20, gate)));
  expect({ seed, cameToday }).toEqual({ seed, cameToday: inside });
});
