/** A copy that can be sent to Node: without functions, and without what cannot be written as JSON. */
export function plain(value: unknown): unknown {
  const withoutFunctions = (_: string, part: unknown) => (typeof part === 'function' ? undefined : part);
  try {
    return JSON.parse(JSON.stringify(value, withoutFunctions) ?? 'null') as unknown;
  } catch {
    return String(value);
  }
}
