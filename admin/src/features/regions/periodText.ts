import { addDays } from '../../lib/zoneTime';

/** Days of a level in words. @param until the first day on which it no longer holds */
export function periodText(from: string | null, until: string | null): string {
  if (from === null) {
    return '—';
  }
  if (until === null) {
    return `${from} 起`;
  }
  const last = addDays(until, -1);

  return last === from ? from : `${from} 至 ${last}`;
}
