/** Of a day, at a point, on this computer: numbers, and nobody's name. */
export interface Counts {
  /** YYYY-MM-DD in the configured zone. */
  day: string;
  checked: number;
  stopped: number;
  refused: number;
  offline: number;
}

export function freshCounts(day: string): Counts {
  return { day, checked: 0, stopped: 0, refused: 0, offline: 0 };
}

/** What was counted with what came since; another day begins anew. */
export function addCounts(kept: Counts | undefined, more: Counts): Counts {
  if (kept?.day !== more.day) {
    return more;
  }

  return {
    day: more.day,
    checked: kept.checked + more.checked,
    stopped: kept.stopped + more.stopped,
    refused: kept.refused + more.refused,
    offline: kept.offline + more.offline,
  };
}

/** What came in between two times of one day. */
export function countsBetween(before: Counts, after: Counts): Counts {
  return {
    day: after.day,
    checked: after.checked - before.checked,
    stopped: after.stopped - before.stopped,
    refused: after.refused - before.refused,
    offline: after.offline - before.offline,
  };
}
