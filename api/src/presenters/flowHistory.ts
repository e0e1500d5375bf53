import type { FlowDay, FlowHour } from '@anxing/contract/flow';

import { addDays, dayOf } from '../base/days';
import { hourMs } from '../flow/countFlow';
import { highest, hoursOfDays, type HourFlow } from '../flow/flowHistory';
import type { FlowWarning } from '../models/flowWarning';

export function presentHour({ hour, in: came, out, inside }: HourFlow): FlowHour {
  return { at: hour * hourMs, in: came, out, inside };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The highest peak of the warnings of each day. */
function peaksByDay(warnings: readonly FlowWarning[], zone: string): Map<string, number> {
  const peaks = new Map<string, number>();
  for (const { peak, peakAt } of warnings) {
    const day = dayOf(peakAt, zone);
    peaks.set(day, Math.max(peak, peaks.get(day) ?? 0));
  }

  return peaks;
}

/** Days from first to last, each summed up. A warning may know of more people than were there when an hour ended. */
export function presentDays(
  first: string,
  last: string,
  zone: string,
  hours: readonly HourFlow[],
  warnings: readonly FlowWarning[],
): FlowDay[] {
  const days: FlowDay[] = [];
  const warned = peaksByDay(warnings, zone);
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const { from, until } = hoursOfDays(day, day, zone);
    const own = hours.filter(({ hour }) => hour >= from && hour < until);
    days.push({
      day,
      in: sumOf(own.map((hour) => hour.in)),
      out: sumOf(own.map(({ out }) => out)),
      peak: highest([...own.map(({ peak }) => peak), warned.get(day)]),
    });
  }

  return days;
}
