import { limits } from '@anxing/contract/limits';
import type { Point } from '@anxing/contract/points';

export interface PointNode extends Point {
  children?: PointNode[];
}

function childrenOf(points: readonly Point[]): Map<string | null, Point[]> {
  const known = new Set(points.map(({ id }) => id));
  const children = new Map<string | null, Point[]>();
  for (const point of points) {
    // A guard may see a floor without its building: it stands at the top then.
    const above = point.parentId !== null && known.has(point.parentId) ? point.parentId : null;
    children.set(above, [...(children.get(above) ?? []), point]);
  }

  return children;
}

/** Points under their parents; of those that do not match only the ones above a match stay. */
export function treeOf(points: readonly Point[], matches: (point: Point) => boolean): PointNode[] {
  const children = childrenOf(points);
  const grow = (above: string | null): PointNode[] =>
    (children.get(above) ?? []).flatMap((point) => {
      const below = grow(point.id);
      if (below.length === 0) {
        return matches(point) ? [point] : [];
      }

      return [{ ...point, children: below }];
    });

  return grow(null);
}

/** 1 for a point at the top, 2 for those below it. */
export function depthOf(points: ReadonlyMap<string, Point>, point: Point): number {
  const above = point.parentId === null ? undefined : points.get(point.parentId);

  return above ? depthOf(points, above) + 1 : 1;
}

/** Open points that may still have points below them. */
export function possibleParents(points: readonly Point[]): Point[] {
  const byId = new Map(points.map((point) => [point.id, point]));

  return points.filter((point) => point.active && depthOf(byId, point) < limits.pointDepth);
}

/** The names from the top down to a point, for choosing among points of the same name. */
export function pathName(points: ReadonlyMap<string, Point>, point: Point): string {
  const above = point.parentId === null ? undefined : points.get(point.parentId);

  return above ? `${pathName(points, above)} / ${point.name}` : point.name;
}

/** Points as options, each told with the points above it. */
export function pointOptions(points: readonly Point[]): { value: string; label: string }[] {
  const byId = new Map(points.map((point) => [point.id, point]));

  return points.map((point) => ({ value: point.id, label: pathName(byId, point) }));
}
