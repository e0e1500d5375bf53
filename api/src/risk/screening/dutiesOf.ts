import type { ScreeningState } from '@anxing/contract/screening';

import { addDays, dayOf } from '../../base/days';
import type { Fact } from '../fact';
import { screeningSource, type ScreeningGroup, type ScreeningRules } from './screeningRules';

/** What follows from being on the list of a group. */
export interface Duty<F extends Fact = Fact> {
  group: ScreeningGroup;
  /** The listing since when somebody is in the group. */
  listing: F;
  /** ms; null when no test is on record. */
  lastTestAt: number | null;
  /** YYYY-MM-DD: the last day on which the next test is in time. */
  dueOn: string;
}

export interface Moment {
  /** ms */
  now: number;
  /** IANA zone of the days. */
  zone: string;
}

function isOnRecord({ recordedFrom, recordedUntil, validFrom }: Fact, now: number): boolean {
  return recordedFrom <= now && (recordedUntil === null || now < recordedUntil) && validFrom <= now;
}

/**
 * The last day for the next test: so many days after the day of the last one, and never before the day on which the list
 * begins. Who was never tested is due on that day itself.
 */
export function dueDayOf(
  { listedOn, lastTestAt }: { listedOn: string; lastTestAt: number | null },
  { intervalDays }: Pick<ScreeningGroup, 'intervalDays'>,
  zone: string,
): string {
  const next = lastTestAt === null ? listedOn : addDays(dayOf(lastTestAt, zone), intervalDays);

  return next > listedOn ? next : listedOn;
}

/** @param today YYYY-MM-DD */
export function stateOf(
  dueOn: string,
  { remindDaysBefore }: Pick<ScreeningGroup, 'remindDaysBefore'>,
  today: string,
): ScreeningState {
  if (dueOn < today) {
    return 'overdue';
  }

  return dueOn <= addDays(today, remindDaysBefore) ? 'soon' : 'onTime';
}

/** Several deliverers may list somebody in one group: whoever began first counts. */
function earliest<F extends Fact>(listings: readonly F[]): F | undefined {
  return listings.reduce<F | undefined>(
    (first, one) => (first === undefined || one.date < first.date ? one : first),
    undefined,
  );
}

/** The newest test that counts; one that was taken back is none. */
function lastTest(facts: readonly Fact[], { tests }: ScreeningRules): number | null {
  const taken = facts
    .filter(({ source, kind }) => source === tests.source && tests.kinds.includes(kind))
    .map(({ validFrom }) => validFrom);

  return taken.length === 0 ? null : Math.max(...taken);
}

/** How a person stands by the facts about him, in the order of the groups; nothing for who is on no list. */
export function dutiesOf<F extends Fact>(
  facts: readonly F[],
  rules: ScreeningRules,
  { now, zone }: Moment,
): Duty<F>[] {
  const held = facts.filter((fact) => isOnRecord(fact, now));
  const listings = held.filter(
    ({ source, validUntil }) => source === screeningSource && (validUntil === null || now < validUntil),
  );
  const lastTestAt = lastTest(held, rules);

  return rules.groups.flatMap((group) => {
    const listing = earliest(listings.filter(({ kind }) => kind === group.id));

    return listing
      ? [{ group, listing, lastTestAt, dueOn: dueDayOf({ listedOn: listing.date, lastTestAt }, group, zone) }]
      : [];
  });
}
