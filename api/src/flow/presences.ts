/**
 * How a person stands to a point: inside it, or not any more. The latest thing the person did decides, in whatever order
 * the events arrive.
 */
export interface Standing {
  inside: boolean;
  /** ms of the last thing the person did there: came, was seen again, left. */
  changedAt: number;
  /**
   * ms. Inside: when the person will be taken to have left. Otherwise: when the person left, or was taken to have left;
   * in the second case it is after `changedAt`, and what becomes known of the time between corrects it.
   */
  leavesAt: number;
}

/** One person at one point. */
export interface Presence extends Standing {
  pointId: string;
  rootId: string;
}

/** Whether somebody was there at `at` (ms), as far as is known. */
export function wasThere({ inside, changedAt, leavesAt }: Standing, at: number): boolean {
  return changedAt <= at && (inside || at < leavesAt);
}
