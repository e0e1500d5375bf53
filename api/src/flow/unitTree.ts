import type { PointKind } from '@anxing/contract/points';

import { Point } from '../models/point';
import type { Bus } from '../storage/bus';
import { allStaleBy, RowCache } from '../storage/rowCache';
import { subtrees } from './pointTree';

export interface TreePoint {
  id: string;
  parentId: string | null;
  name: string;
  kind: PointKind;
  capacity: number | null;
  warningLine: number | null;
  active: boolean;
}

/** All points of a unit, each knowing what lies below it. */
export class UnitTree {
  readonly points: ReadonlyMap<string, TreePoint>;

  private readonly below: ReadonlyMap<string, readonly string[]>;

  constructor(points: readonly TreePoint[]) {
    this.points = new Map(points.map((point) => [point.id, point]));
    this.below = subtrees(points);
  }

  /** The points that are open. */
  get open(): string[] {
    return [...this.points.values()].filter(({ active }) => active).map(({ id }) => id);
  }

  /** A point and all below it. */
  treeOf(id: string): readonly string[] {
    return this.below.get(id) ?? [];
  }

  /** A point's name after the names of those above it. */
  nameOf(id: string): string {
    const point = this.points.get(id);
    if (!point) {
      return '';
    }

    return point.parentId === null ? point.name : `${this.nameOf(point.parentId)} / ${point.name}`;
  }

  /** Known points of these, with all that lie above them: whose numbers change when theirs do. */
  withThoseAbove(ids: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const id of ids) {
      for (let point = this.points.get(id); point && !found.has(point.id);) {
        found.add(point.id);
        point = point.parentId === null ? undefined : this.points.get(point.parentId);
      }
    }

    return found;
  }
}

const unitsKept = 2_000;

/** Trees by unit; any change of a point makes them stale. */
export function keepUnitTrees(bus: Bus): RowCache<UnitTree> {
  return new RowCache<UnitTree>({
    bus,
    size: unitsKept,
    staleBy: allStaleBy(Point.tableName),
    load: async (unitIds) => {
      const points = await Point.findAll({ where: { unitId: unitIds }, order: ['id'] });
      const treeOf = (unitId: string) =>
        new UnitTree(points.filter((point) => point.unitId === unitId).map(treePoint));

      return new Map(unitIds.map((unitId) => [unitId, treeOf(unitId)]));
    },
  });
}

function treePoint({ id, parentId, name, kind, capacity, warningLine, active }: Point): TreePoint {
  return { id, parentId, name, kind: kind as PointKind, capacity, warningLine, active: Boolean(active) };
}
