const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }

  return format;
}

function partsOf(at: number, zone: string): Record<string, number> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
}

const quarterMs = 900_000;
const quartersKept = 10_000;
const days = new Map<string, Map<number, string>>();

function daysIn(zone: string): Map<number, string> {
  let known = days.get(zone);
  if (!known || known.size > quartersKept) {
    known = new Map();
    days.set(zone, known);
  }

  return known;
}

/**
 * The day YYYY-MM-DD of an instant in a zone. Asked for with every request: days begin and end with a quarter of an hour
 * in every zone since 1972, so it is worked out once for each.
 */
export function dayOf(at: number, zone: string): string {
  const known = daysIn(zone);
  const quarter = Math.floor(at / quarterMs);
  let day = known.get(quarter);
  if (day === undefined) {
    day = formatOf(zone).format(at).slice(0, 10);
    known.set(quarter, day);
  }

  return day;
}

/** YYYY-MM-DD HH:mm:ss of an instant in a zone. */
export function timeOf(at: number, zone: string): string {
  return formatOf(zone).format(at).replace(', ', ' ');
}

/** The day as a number YYYYMMDD: the key of daily partitions. */
export function dayNumber(at: number, zone: string): number {
  return Number(dayOf(at, zone).replaceAll('-', ''));
}

function offsetAt(at: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = partsOf(at, zone);

  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const startsKept = 10_000;
const starts = new Map<string, number>();

/**
 * The first instant (ms) of a day YYYY-MM-DD in a zone, also where the clocks jump at midnight. Asked for with every
 * record that is judged, mostly of the last weeks: worked out once for each day.
 */
export function startOfDay(day: string, zone: string): number {
  const key = `${zone} ${day}`;
  let start = starts.get(key);
  if (start === undefined) {
    if (starts.size >= startsKept) {
      starts.clear();
    }
    start = findStart(day, zone);
    starts.set(key, start);
  }

  return start;
}

function findStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight - offsetAt(midnight, zone), zone);
  const isFirst = dayOf(guess, zone) === day && dayOf(guess - 1, zone) < day;

  return isFirst ? guess : searchStart(midnight, day, zone);
}

/** No zone is more than 15 hours away from UTC. */
function searchStart(midnight: number, day: string, zone: string): number {
  let before = midnight - 15 * 3_600_000;
  let after = midnight + 15 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(middle, zone) < day) {
      before = middle;
    } else {
      after = middle;
    }
  }

  return after;
}

/** The day that lies `days` after a day, both YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * The instant (ms) at which the clocks of a zone show YYYY-MM-DDTHH:mm: the first one where they are set back, the
 * one after the gap where they are set forward.
 */
export function instantOf(minute: string, zone: string): number {
  const shown = Date.parse(`${minute}:00Z`);
  const guesses = [dayMs, -dayMs].map((away) => shown - offsetAt(shown - away, zone));
  const right = guesses.filter((guess) => guess + offsetAt(guess, zone) === shown);

  return Math.min(...(right.length > 0 ? right : [Math.max(...guesses)]));
}

/** The day of a number YYYYMMDD. */
export function dayOfNumber(number: number): string {
  const digits = String(number);

  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
