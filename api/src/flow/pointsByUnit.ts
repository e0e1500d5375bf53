/** Points that something is to be done about, by unit. */
export class PointsByUnit {
  private readonly points = new Map<string, Set<string>>();

  add(unitId: string, pointIds: Iterable<string>): void {
    const known = this.points.get(unitId) ?? new Set<string>();
    for (const id of pointIds) {
      known.add(id);
    }
    this.points.set(unitId, known);
  }

  entries(): Iterable<[unitId: string, pointIds: ReadonlySet<string>]> {
    return this.points.entries();
  }
}
