/** A number that may be missing: a record that was just made lacks what was not given. */
export function optionalNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
