const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone, as YYYY-MM-DD. @throws RangeError for an unknown zone */
export function dayOf(at: number, zone: string): string {
  return localIso(at, zone).slice(0, 10);
}

/** The day `count` days later (earlier when negative), whatever the zone. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a day in a zone, in ms, also where the clocks jump at midnight. */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight, zone);

  return isFirstInstant(guess, day, zone) ? guess : searchStart(midnight, day, zone);
}

function isFirstInstant(at: number, day: string, zone: string): boolean {
  return dayOf(at, zone) === day && dayOf(at - 1, zone) < day;
}

/** Zones lie within 15 hours of UTC. */
function searchStart(midnight: number, day: string, zone: string): number {
  let before = midnight - 15 * hourMs;
  let after = midnight + 15 * hourMs;

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

/** Local time minus UTC, in ms. */
function offsetAt(at: number, zone: string): number {
  return Date.parse(`${localIso(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
}

function localIso(at: number, zone: string): string {
  const parts: Record<string, string> = {};

  for (const part of formatOf(zone).formatToParts(at)) {
    parts[part.type] = part.value;
  }

  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** Building a format costs fifty times more than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);

  if (known) {
    return known;
  }

  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);

  return format;
}
