/** Days for which a division has a level: from (included) until (excluded), null until further notice. */
export interface LevelPeriod {
  division: string;
  level: string;
  /** The division's own text, null for that of the level. */
  policy: string | null;
  /** YYYY-MM-DD */
  fromDay: string;
  untilDay: string | null;
  changeId: string | null;
}

/** A period with the time in which it was held for true: ms, the end excluded, null while it is. */
export interface RecordedPeriod extends LevelPeriod {
  id: string;
  recordedFrom: number;
  recordedUntil: number | null;
}

function isBefore(day: string | null, other: string | null): boolean {
  return day !== null && (other === null || day < other);
}

function overlap(one: LevelPeriod, other: LevelPeriod): boolean {
  return isBefore(one.fromDay, other.untilDay) && isBefore(other.fromDay, one.untilDay);
}

/** What is left of a period when another one takes its days: a part before it, a part after it. */
function remainders(period: LevelPeriod, taken: LevelPeriod): LevelPeriod[] {
  const { division, level, policy, fromDay, untilDay, changeId } = period;
  const common = { division, level, policy, changeId };

  return [
    ...(fromDay < taken.fromDay ? [{ ...common, fromDay, untilDay: taken.fromDay }] : []),
    ...(taken.untilDay !== null && isBefore(taken.untilDay, untilDay)
      ? [{ ...common, fromDay: taken.untilDay, untilDay }]
      : []),
  ];
}

/** What a new setting does to the record: nothing that stands there is changed, but what it replaces is closed. */
export interface LevelPlan {
  closed: string[];
  written: LevelPeriod[];
}

/**
 * Sets a level for some days of a division: the latest setting counts for its days, and what stood there before goes on
 * counting around them.
 * @param open the division's periods that are on record and not closed
 */
export function planLevel(open: readonly RecordedPeriod[], setting: LevelPeriod): LevelPlan {
  const replaced = open.filter((period) => overlap(period, setting));

  return {
    closed: replaced.map(({ id }) => id),
    written: [...replaced.flatMap((period) => remainders(period, setting)), setting],
  };
}

export function covers({ fromDay, untilDay }: LevelPeriod, day: string): boolean {
  return fromDay <= day && (untilDay === null || day < untilDay);
}

/** Whether it was on record at an instant. */
export function isKnown({ recordedFrom, recordedUntil }: RecordedPeriod, at: number): boolean {
  return recordedFrom <= at && (recordedUntil === null || at < recordedUntil);
}
