const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A time as people write it. Without an offset it is Beijing time, whatever clock the machine shows.
 * @returns {number | undefined} ms; undefined for what is no time
 */
export function readTime(text) {
  const [, date, clock, offset = '+08:00'] = written.exec(text) ?? [];
  const midnight = date ? new Date(`${date}T00:00:00Z`) : new Date(NaN);
  // A date that rolled over, such as the 30th of February, is another one than was written.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) {
    return undefined;
  }
  const at = Date.parse(`${date}T${clock}${offset}`);

  return Number.isNaN(at) ? undefined : at;
}

/** `2026-11-21 08:00` from ms. */
export function beijingTime(ms) {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
