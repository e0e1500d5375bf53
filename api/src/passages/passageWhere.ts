import type { Decision, Direction } from '@anxing/contract/visits';
import { limits } from '@anxing/contract/limits';

import { dayNumber } from '../base/days';
import { idToBytes } from '../base/ids';
import type { InstantKey } from '../base/paging';
import type { PassageKind } from './passage';

/** Which passages of a unit; what is undefined does not narrow. */
export interface PassageFilter {
  unitId: string;
  /** ms, included */
  from: number;
  /** ms, excluded */
  until: number;
  /** Points of this unit: who asks has made sure of it. */
  pointIds?: readonly string[] | undefined;
  personId?: string | undefined;
  kind?: PassageKind | undefined;
  /** Of checks (`kind` says so then): whose. */
  checkedBy?: 'staff' | 'device' | undefined;
  direction?: Direction | undefined;
  colour?: string | undefined;
  decision?: Decision | undefined;
  nameIndex?: string | undefined;
  staffId?: string | undefined;
  counted?: boolean | undefined;
  /** Tenths of °C: included, excluded; 'none' where nobody measured. */
  temperature?: { from?: number; below?: number } | 'none' | undefined;
}

export type Condition = readonly [sql: string, ...values: unknown[]];
type Optional = Condition | false | undefined | '';

const futureMs = limits.checkInFutureMinutes * 60_000;

function temperatureIs(temperature: PassageFilter['temperature']): Optional[] {
  if (temperature === undefined || temperature === 'none') {
    return [temperature && ['temperature IS NULL']];
  }
  const { from, below } = temperature;

  return [
    from !== undefined && ['temperature >= ?', from],
    below !== undefined && ['temperature < ?', below],
  ];
}

/**
 * The days whose partitions are looked at. A passage lies in the day of its id, and happened then, or up to some
 * minutes earlier where the phone's clock was ahead.
 */
function daysOf({ from, until }: PassageFilter, zone: string, after: InstantKey | undefined): Condition {
  const last = Math.max(from, Math.min(until - 1, after?.at ?? until)) + futureMs;

  return ['day BETWEEN ? AND ?', dayNumber(from, zone), dayNumber(last, zone)];
}

export function given(conditions: readonly Optional[]): Condition[] {
  return conditions.filter((condition) => Array.isArray(condition)) as Condition[];
}

/** What holds in every branch of a query; kind and direction are a matter of the branch. */
export function narrowing(filter: PassageFilter, zone: string, after: InstantKey | undefined): Condition[] {
  const { from, until, colour, decision, checkedBy, staffId, counted, temperature } = filter;

  return given([
    daysOf(filter, zone, after),
    ['at >= ? AND at < ?', from, until],
    after && ['at <= ? AND (at < ? OR id < ?)', after.at, after.at, idToBytes(after.id)],
    colour !== undefined && ['colour = ?', colour],
    decision && ['decision = ?', decision],
    // A check without staff is a gate's; the indexes hold this column and not the gate.
    checkedBy && [checkedBy === 'staff' ? 'staff_id IS NOT NULL' : 'staff_id IS NULL'],
    staffId !== undefined && ['staff_id = ?', idToBytes(staffId)],
    counted !== undefined && ['counted = ?', Number(counted)],
    ...temperatureIs(temperature),
  ]);
}

export function whereOf(conditions: readonly Condition[]): { where: string; values: unknown[] } {
  return {
    where: conditions.map(([sql]) => `(${sql})`).join(' AND '),
    values: conditions.flatMap(([, ...more]) => more),
  };
}
