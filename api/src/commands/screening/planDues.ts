import type { ScreeningState } from '@anxing/contract/screening';

import { dayOf } from '../../base/days';
import { dutiesOf, stateOf, type Duty, type Moment } from '../../risk/screening/dutiesOf';
import type { ScreeningRules } from '../../risk/screening/screeningRules';
import type { StoredFact } from '../../status/storedFacts';
import type { Row } from '../../storage/database';

/** What people are told of at most once for a due day each. */
export type Told = Exclude<ScreeningState, 'onTime'>;

/** A row of `screening_dues`, as it is or as it is to be. */
export interface Due {
  subject: string;
  groupId: string;
  listedOn: string;
  lastTestAt: number | null;
  dueOn: string;
  remindedFor: string | null;
  warnedFor: string | null;
}

/** Somebody's place in a group as it follows from the facts of now. */
export interface Outcome {
  duty: Duty<StoredFact>;
  /** As it is stored; undefined for who is new on the list. */
  stored: Due | undefined;
  due: Due;
  state: ScreeningState;
}

/** What a slice of people comes to. */
export interface DuesPlan {
  outcomes: Outcome[];
  /** Rows of people who are on that list no more. */
  dropped: Due[];
}

function text(value: unknown): string | null {
  return value === null ? null : String(value);
}

export function toDue(row: Row): Due {
  return {
    subject: String(row.subject_index),
    groupId: String(row.group_id),
    listedOn: String(row.listed_on),
    lastTestAt: row.last_test_at === null ? null : Number(row.last_test_at),
    dueOn: String(row.due_on),
    remindedFor: text(row.reminded_for),
    warnedFor: text(row.warned_for),
  };
}

function outcomeOf(
  subject: string,
  duty: Duty<StoredFact>,
  stored: Due | undefined,
  { now, zone }: Moment,
): Outcome {
  const { group, listing, lastTestAt, dueOn } = duty;
  const due: Due = {
    subject,
    groupId: group.id,
    listedOn: listing.date,
    lastTestAt,
    dueOn,
    remindedFor: stored?.remindedFor ?? null,
    warnedFor: stored?.warnedFor ?? null,
  };

  return { duty, stored, due, state: stateOf(dueOn, group, dayOf(now, zone)) };
}

/**
 * How people stand by the facts of now, against what is stored of them.
 * @param facts by subject
 */
export function planDues(
  stored: readonly Due[],
  facts: ReadonlyMap<string, readonly StoredFact[]>,
  rules: ScreeningRules,
  moment: Moment,
): DuesPlan {
  const keyOf = (subject: string, groupId: string) => `${subject} ${groupId}`;
  const known = new Map(stored.map((due) => [keyOf(due.subject, due.groupId), due]));
  const outcomes = [...facts].flatMap(([subject, all]) =>
    dutiesOf(all, rules, moment).map((duty) =>
      outcomeOf(subject, duty, known.get(keyOf(subject, duty.group.id)), moment),
    ),
  );
  const held = new Set(outcomes.map(({ due }) => keyOf(due.subject, due.groupId)));

  return { outcomes, dropped: stored.filter((due) => !held.has(keyOf(due.subject, due.groupId))) };
}

/**
 * What somebody is to be told now. Who was told of a later due day already, before a test was taken back, is not told of
 * an earlier one too.
 */
export function toTell({ state, due: { dueOn, remindedFor, warnedFor } }: Outcome): Told | undefined {
  const wasWarned = warnedFor !== null && warnedFor >= dueOn;
  const wasReminded = remindedFor !== null && remindedFor >= dueOn;
  if (state === 'overdue') {
    return wasWarned ? undefined : 'overdue';
  }

  return state === 'soon' && !wasReminded && !wasWarned ? 'soon' : undefined;
}

/** The row after its person was told. */
export function afterTelling(due: Due, told: Told): Due {
  return told === 'soon' ? { ...due, remindedFor: due.dueOn } : { ...due, warnedFor: due.dueOn };
}

const fields = ['listedOn', 'lastTestAt', 'dueOn', 'remindedFor', 'warnedFor'] as const;

export function isChanged({ stored, due }: Pick<Outcome, 'stored' | 'due'>): boolean {
  return stored !== undefined && fields.some((field) => stored[field] !== due[field]);
}
