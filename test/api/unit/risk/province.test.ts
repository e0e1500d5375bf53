import { createHash } from 'node:crypto';

import { idNumberFault } from '@anxing/contract/idNumber';

import { loadProvinceConfig } from '../../../../api/src/base/provinceConfig';
import { BlindIndex } from '../../../../api/src/privacy/blindIndex';
import { RowReader } from '../../../../api/src/risk/feedRows/rowReader';
import { surroundingsOf } from '../../../../api/src/risk/feedRows/surroundings';
import { mostPeople, idNumberOf } from '../../../support/province/people';
import { Province, sources, type Delivered, type Source } from '../../../support/province/province';
import { feedRules, now } from './support';

const today = '2026-03-20';
const sizes = {
  journeys: 3_000,
  households: 3_000,
  cases: 300,
  contacts: 300,
  arrivals: 1_000,
  sealed: 7,
  fever: 1_000,
  medicine: 1_000,
  tests: 500,
};

function build(seed = 7): Province {
  return new Province({ seed, people: 2_000, today }, sizes);
}

const index = new BlindIndex([{ id: 1, key: Buffer.alloc(32, 7).toString('base64') }]);
const around = surroundingsOf({ index, config: loadProvinceConfig('config') }, now);

async function hashOf(province: Province, source: Source): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of province.lines(source)) {
    hash.update(piece);
  }

  return hash.digest('hex');
}

/** How often the row reader finds a row right, without meaning, or wrong. */
function judge(source: Source, delivered?: Delivered) {
  const feed = feedRules.find((rule) => rule.source === source);
  const counts = { right: 0, ignored: 0, wrong: 0 };
  if (!feed) {
    throw new Error(source);
  }
  const reader = new RowReader(feed, around);
  for (const cells of build().rows(source, delivered)) {
    const outcome = reader.read(1, cells);
    counts['row' in outcome ? 'right' : 'ignored' in outcome ? 'ignored' : 'wrong'] += 1;
  }

  return counts;
}

test.each(sources)('%s: the same seed gives the same rows, another one others', async (source) => {
  expect(await hashOf(build(), source)).toBe(await hashOf(build(), source));
  // Where everybody lives is the same in every province.
  expect((await hashOf(build(), source)) === (await hashOf(build(8), source))).toBe(source === 'households');
});

test('everybody has a number of his own with the right last character', () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => idNumberOf(at));
  const faults = numbers.map((number) => idNumberFault(number, today)).filter(Boolean);
  expect(faults).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(idNumberFault(idNumberOf(mostPeople - 1), today)).toBeUndefined();
});

test.each(sources)('%s: clean rows are right', (source) => {
  const { right, ignored, wrong } = judge(source);
  expect(wrong).toBe(0);
  expect(right + ignored).toBe(sizes[source]);
  expect(ignored).toBe(source === 'medicine' ? sizes.medicine / 4 : 0);
});

test.each(sources)('%s: as many rows are wrong as was asked for', (source) => {
  const { wrong } = judge(source, { dirt: { wrong: 1, twice: 0 } });
  expect(wrong).toBe(sizes[source]);
});

test('rows may come twice', () => {
  const { right, wrong } = judge('fever', { dirt: { wrong: 0.1, twice: 0.5 } });
  expect(right + wrong).toBeGreaterThan(1_400);
  expect(wrong).toBeGreaterThan(60);
  expect(wrong).toBeLessThan(140);
});

test('the next day most of a list stays', () => {
  const listOf = (day: number) =>
    new Set(
      [...build().rows('arrivals', { list: { day, changed: 0.02 } })].map((cells) => JSON.stringify(cells)),
    );
  const [one, other] = [listOf(0), listOf(1)];
  expect([one.size, other.size]).toEqual([1_000, 1_000]);
  expect([...other].filter((row) => !one.has(row))).toHaveLength(20);
});

test('people sit in carriages, and live in buildings', () => {
  const journeys = [...build().rows('journeys')];
  expect(new Set(journeys.map(({ kind }) => kind))).toEqual(new Set(['train', 'flight', 'coach']));
  expect(journeys.every(({ kind, carriage }) => (kind === 'train') === (carriage !== undefined))).toBe(true);
  const homes = new Set(
    [...build().rows('households')].map(({ division, community }) => `${division} ${community}`),
  );
  const sealed = [...build().rows('sealed')].map(({ division, community }) => `${division} ${community}`);
  expect(sealed.some((place) => homes.has(place))).toBe(true);
});
