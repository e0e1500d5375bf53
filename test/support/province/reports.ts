import drugs from '../../../config/drugCodes.json';
import { addDays } from '../../../api/src/base/days';
import { Dice } from './dice';
import { idNumberOf } from './people';
import type { Cells, Setting } from './setting';

/** Codes that are on no list of medicines against fever. */
const otherDrugs = ['A11GA01', 'C09AA02', 'J01CA04', 'R05CB06'];

const strides = [1_000_003, 15_485_863, 32_452_843];

/** People from all over the province, in an order in which nobody comes twice before all have come once. */
function inTurn(seed: number, people: number, purpose: string): (index: number) => string {
  const start = new Dice(seed, purpose).roll(0, people);
  // Prime: it has no factor in common with a count that it does not divide.
  const stride = strides.find((one) => people % one !== 0) ?? 1;

  return (index) => idNumberOf((start + index * stride) % people);
}

type MakeCells = (dice: Dice, index: number, date: string) => Cells;

/** One row about each of so many people, of some day within the last ones. */
function* about(
  setting: Setting,
  source: string,
  count: number,
  days: number,
  make: MakeCells,
): Generator<Cells> {
  const dice = new Dice(setting.seed, source);
  const whom = inTurn(setting.seed, setting.people, source);
  for (let index = 0; index < count; index += 1) {
    const date = addDays(setting.today, -dice.roll(index, days));
    yield { idNumber: whom(index), ...make(dice, index, date) };
  }
}

const kindIn = (dice: Dice, index: number, kinds: readonly string[]) => dice.pick(index + 0x4000_0000, kinds);

export function cases(setting: Setting, count: number): Generator<Cells> {
  return about(setting, 'cases', count, 10, (dice, index, date) => ({
    kind: kindIn(dice, index, ['confirmed', 'suspected']),
    date,
  }));
}

/** Close contacts that are delivered as such. */
export function contacts(setting: Setting, count: number): Generator<Cells> {
  return about(setting, 'contacts', count, 10, (dice, index, date) => ({
    kind: kindIn(dice, index, ['train', 'flight', 'coach', 'close']),
    date,
  }));
}

export function feverVisits(setting: Setting, count: number): Generator<Cells> {
  return about(setting, 'fever', count, 14, (_dice, _index, date) => ({ date }));
}

/** Every fourth purchase is of something else. */
export function purchases(setting: Setting, count: number): Generator<Cells> {
  const codes = drugs.codes.map(({ code }) => code);

  return about(setting, 'medicine', count, 14, (dice, index, date) => ({
    drugCode: kindIn(dice, index, index % 4 === 3 ? otherDrugs : codes),
    date,
  }));
}

/** One in fifty is positive. */
export function testResults(setting: Setting, count: number): Generator<Cells> {
  return about(setting, 'tests', count, 7, (dice, index, date) => ({
    kind: dice.happens(index + 0x4000_0000, 0.02) ? 'nucleicPositive' : 'nucleicNegative',
    sampledAt: `${addDays(date, -1)} ${String(8 + dice.roll(index + 0x2000_0000, 10)).padStart(2, '0')}:30`,
  }));
}

export interface DayOfList {
  /** Counted from 0. */
  day: number;
  /** The share (0 to 1) of a day's rows that the day before did not have. */
  changed: number;
}

/**
 * A list of arrivals that is delivered anew each day: most rows stay; for those that go, as many about others come, who
 * may live elsewhere.
 */
export function* arrivals(setting: Setting, count: number, { day, changed }: DayOfList): Generator<Cells> {
  const dice = new Dice(setting.seed, 'arrivals');
  const whom = inTurn(setting.seed, Math.max(setting.people, 2 * count), 'arrivals');
  const moved = Math.round(changed * count);
  for (let place = 0; place < count; place += 1) {
    // Each day the window of rows moves on: some fall out at its beginning, as many come in at its end.
    const index = place + day * moved;
    const date = addDays(setting.today, -dice.roll(index, 12) - 1);
    yield {
      idNumber: whom(index),
      kind: dice.pick(index + 0x4000_0000, ['arrived', 'passedThrough']),
      date,
    };
  }
}
