const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A stretch of time in one unit, rounded down: 20 分钟, 26 小时, 3 天. @param ms */
export function spanText(ms: number): string {
  if (ms < minuteMs) {
    return '不到 1 分钟';
  }
  if (ms < hourMs) {
    return `${Math.floor(ms / minuteMs)} 分钟`;
  }

  return ms < 2 * dayMs ? `${Math.floor(ms / hourMs)} 小时` : `${Math.floor(ms / dayMs)} 天`;
}
