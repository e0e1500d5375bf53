interface Branch {
  id: string;
  parentId: string | null;
}

/** For every point the points of its tree below it, itself first. */
export function subtrees(points: readonly Branch[]): Map<string, string[]> {
  const children = new Map<string | null, string[]>();
  for (const { id, parentId } of points) {
    children.set(parentId, [...(children.get(parentId) ?? []), id]);
  }
  const below = (id: string): string[] => [id, ...(children.get(id) ?? []).flatMap(below)];

  return new Map(points.map(({ id }) => [id, below(id)]));
}
