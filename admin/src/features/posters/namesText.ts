const shown = 10;

/** The first names of a list, and how many more there are. */
export function namesText(points: readonly { name: string }[]): string {
  const names = points.slice(0, shown).map(({ name }) => `“${name}”`);

  return names.join('、') + (points.length > shown ? ` 等 ${points.length} 个` : '');
}
