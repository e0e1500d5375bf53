const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);

  return made;
}

function partsOf(at: number, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

/** YYYY-MM-DD of an instant (ms) in a zone, whatever zone the browser lives in. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = partsOf(at, zone);

  return `${year}-${month}-${day}`;
}

/** YYYY-MM-DD HH:mm:ss of an instant (ms) in a zone. */
export function timeIn(zone: string, at: number): string {
  const { hour, minute, second } = partsOf(at, zone);

  return `${dayIn(zone, at)} ${hour}:${minute}:${second}`;
}

/** A calendar day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);

  return date.toISOString().slice(0, 10);
}

/** The instant (ms) at which the clocks of a zone show `YYYY-MM-DDTHH:mm`. */
export function instantIn(zone: string, moment: string): number {
  const wanted = Date.parse(`${moment}:00Z`);
  const shownAt = (at: number) => Date.parse(`${timeIn(zone, at).replace(' ', 'T')}Z`);
  const guess = wanted - (shownAt(wanted) - wanted);

  // Where the clocks were moved in between, the first guess is an hour off.
  return guess - (shownAt(guess) - wanted);
}
