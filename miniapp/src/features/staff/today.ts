import type { Decision, Direction } from '@anxing/contract/visits';

import { now } from '../../lib/clock';
import { dayText } from '../../lib/format';
import { readStored, removeStored, writeStored } from '../../lib/storage';
import { createStore, useStore } from '../../lib/store';

/** One scan on this phone. */
export interface TodayScan {
  id: string;
  at: number;
  /** Masked; null when it was decided without network. */
  name: string | null;
  colour: string;
  decision: Decision;
  direction: Direction;
}

interface Today {
  /** YYYY-MM-DD */
  day: string;
  count: number;
  /** Newest first. */
  scans: TodayScan[];
}

/** Kept to be looked at; more are counted only. */
const mostKept = 200;

const store = createStore<Today | undefined>(readStored<Today>('staffToday'));

const empty: readonly TodayScan[] = [];

function current(): Today {
  const day = dayText(now());
  const known = store.get();

  return known?.day === day ? known : { day, count: 0, scans: [] };
}

function keep(today: Today): void {
  writeStored('staffToday', today);
  store.set(today);
}

/** Notes a scan; told again, for example after feedback, it replaces itself. */
export function noteScan(scan: TodayScan): void {
  const { day, count, scans } = current();
  const isKnown = scans.some(({ id }) => id === scan.id);
  const next = isKnown ? scans.map((each) => (each.id === scan.id ? scan : each)) : [scan, ...scans];
  keep({ day, count: isKnown ? count : count + 1, scans: next.slice(0, mostKept) });
}

export function forgetToday(): void {
  removeStored('staffToday');
  store.set(undefined);
}

/** What was scanned on this phone today; yesterday's is gone. */
export function useToday(): Pick<Today, 'count'> & { scans: readonly TodayScan[] } {
  const known = useStore(store);
  const isToday = known?.day === dayText(now());

  return isToday ? known : { count: 0, scans: empty };
}
