/** Keeps the newest entries of a map, so that a stand-in that runs for weeks does not grow. */
export function remember<V>(map: Map<string, V>, key: string, value: V, limit = 10_000): void {
  map.delete(key);
  map.set(key, value);

  const oldest = map.size > limit ? map.keys().next().value : undefined;

  if (oldest !== undefined) {
    map.delete(oldest);
  }
}
