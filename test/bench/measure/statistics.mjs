/** The middle value; the mean of the two in the middle when there is an even number of them. NaN of none. */
export function median(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) {
    return Number.NaN;
  }

  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The value that `share` of all do not exceed, by nearest rank. NaN of none.
 * @param {ArrayLike<number>} sorted ascending
 * @param {number} share above 0, at most 1
 */
export function percentile(sorted, share) {
  return sorted.length === 0 ? Number.NaN : sorted[Math.ceil(share * sorted.length) - 1];
}

/** One number through another; NaN where there is nothing to divide by. */
export function ratio(value, base) {
  return base > 0 ? value / base : Number.NaN;
}
