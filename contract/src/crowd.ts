/** How full a place is: the board, its lists and the server say it by the same rule. */
export const crowdStates = ['normal', 'near', 'warning', 'full'] as const;
export type CrowdState = (typeof crowdStates)[number];

export const crowdStateNames: Record<CrowdState, string> = {
  normal: '正常',
  near: '接近',
  warning: '预警',
  full: '满员',
};

/** What a warning was raised for: the warning line was reached, or the place is full. */
export const warningLevels = ['line', 'full'] as const;
export type WarningLevel = (typeof warningLevels)[number];

export const warningLevelNames: Record<WarningLevel, string> = { line: '达到预警线', full: '达到人流上限' };

export interface Crowd {
  inside: number;
  capacity: number | null;
  warningLine: number | null;
}

/** 'Near' begins at this share of the warning line, or of the capacity where there is no line. */
const nearShare = 0.8;

/**
 * A warning ends when a tenth of its threshold has left, and at least one person: at a door where people come and go
 * all the time the number swings around the line, and each swing would be an alarm (21 in 15 s were seen elsewhere).
 */
const clearShare = 0.1;

export function crowdStateOf({ inside, capacity, warningLine }: Crowd): CrowdState {
  if (capacity !== null && inside >= capacity) {
    return 'full';
  }
  if (warningLine !== null && inside >= warningLine) {
    return 'warning';
  }
  const line = warningLine ?? capacity;

  return line !== null && inside > 0 && inside >= line * nearShare ? 'near' : 'normal';
}

/** A warning raised at `threshold` people ends when so many, or fewer, are inside. */
export function clearsAt(threshold: number): number {
  return threshold - Math.max(1, Math.ceil(threshold * clearShare));
}
