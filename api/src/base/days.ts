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

/** The day YYYY-MM-DD of an instant in a zone. */
export function dayOf(at: number, zone: string): string {
  return formatOf(zone).format(at).slice(0, 10);
}

/** The day as a number YYYYMMDD: the key of daily partitions. */
export function dayNumber(at: number, zone: string): number {
  return Number(dayOf(at, zone).replaceAll('-', ''));
}

function offsetAt(at: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = partsOf(at, zone);

  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The first instant (ms) of a day YYYY-MM-DD in a zone, also where the clocks jump at midnight. */
export function startOfDay(day: string, zone: string): number {
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
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
