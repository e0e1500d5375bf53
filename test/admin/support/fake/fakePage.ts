interface Paged {
  cursor?: string | undefined;
  limit: number;
}

/** One page; the cursor is the position that the page before ended at. */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit }: Paged,
): { items: T[]; next: string | null } {
  const start = cursor ? Number(cursor.replace('at-', '')) : 0;
  const end = start + limit;

  return { items: items.slice(start, end), next: end < items.length ? `at-${end}` : null };
}
