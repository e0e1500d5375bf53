import { daysBetween } from '../../lib/format';
import { texts } from './texts';

/**
 * How many days a reason still counts after today. "Within 14 days" ends at the first instant that no longer counts, which
 * belongs to another day: on its first day 14 are left. @param until @param now ms since 1970
 */
export function timeLeft(until: number, now: number): string {
  if (until <= now) {
    return texts.ending;
  }
  const days = daysBetween(now, until - 1);
  if (days > 0) {
    return texts.daysLeft(days);
  }

  return daysBetween(now, until) === 0 ? texts.endsToday : texts.lastDay;
}
