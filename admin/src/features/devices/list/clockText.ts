/** What nobody notices at a door. */
const goodMs = 2_000;

/** How far a device's clock is off. @param offset ms by which it is ahead */
export function clockText(offset: number | null): string {
  if (offset === null) {
    return '—';
  }
  if (Math.abs(offset) < goodMs) {
    return '准确';
  }
  const seconds = Math.round(Math.abs(offset) / 1_000);

  return offset > 0 ? `快 ${seconds} 秒` : `慢 ${seconds} 秒`;
}
