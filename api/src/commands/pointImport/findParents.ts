import { limits } from '@anxing/contract/limits';

import type { Point } from '../../models/point';
import type { ReadRow } from './readRow';

/** A point that others may stand under: one that exists, or a row of the list. */
export type Place = { point: Point } | { row: ReadRow };

/** The place above each row, or the key of a field text that says why there is none. */
export type Parents = Map<ReadRow, Place | null | string>;

/** Between the names of a path: 政务中心 / 一层 / 东门. */
const separator = /\s*[/／>＞]\s*/g;

function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function normalPath(text: string): string {
  return normal(text).replace(separator, '/');
}

/** Finds points by name or by the names from the top down. */
export class ParentFinder {
  private readonly byId: ReadonlyMap<string, Point>;

  /** Rows that can be meant: one that only repeats a point is that point. */
  private readonly named: readonly ReadRow[];

  constructor(
    private readonly points: readonly Point[],
    private readonly rows: readonly ReadRow[],
  ) {
    this.byId = new Map(points.map((point) => [point.id, point]));
    const known = new Set(points.map((point) => this.keyOf(this.pathOf(point), point.address)));
    this.named = rows.filter((row) => !known.has(this.keyOf(rowPath(row), row.address)));
  }

  /** What stands above each row; rows that have faults count as names, since they will be mended. */
  find(): Parents {
    const named: Parents = new Map(this.rows.map((row) => [row, this.namedBy(row)]));
    const deep = this.rows.filter((row) => !this.isShallow(row, named));
    deep.forEach((row) => named.set(row, 'parent'));

    return named;
  }

  private namedBy(row: ReadRow): Place | null | string {
    if (row.parent === '') {
      return null;
    }
    const places = this.placesCalled(normal(row.parent), row);
    if (places.length > 1) {
      return 'parentAmbiguous';
    }

    return places[0] ?? 'parentUnknown';
  }

  private placesCalled(text: string, asking: ReadRow): Place[] {
    const rows = this.named.filter((row) => row !== asking);
    const byName: Place[] = [
      ...this.points
        .filter(({ active, name }) => active && normal(name) === text)
        .map((point) => ({ point })),
      ...rows.filter((row) => normal(row.name) === text).map((row) => ({ row })),
    ];
    if (byName.length > 0) {
      return byName;
    }
    const path = normalPath(text);

    return [
      ...this.points
        .filter((point) => point.active && this.pathOf(point) === path)
        .map((point) => ({ point })),
      ...rows.filter((row) => rowPath(row) === path).map((row) => ({ row })),
    ];
  }

  private keyOf(path: string, address: string): string {
    return `${path}\n${normal(address)}`;
  }

  private pathOf({ name, parentId }: Point): string {
    const above = parentId === null ? undefined : this.byId.get(parentId);

    return above ? `${this.pathOf(above)}/${normalPath(name)}` : normalPath(name);
  }

  /** Whether the row ends up not too deep, and not below itself. */
  private isShallow(row: ReadRow, parents: Parents): boolean {
    let depth = 1;
    let place = parents.get(row);
    while (typeof place === 'object' && place !== null && depth <= limits.pointDepth) {
      depth += 1;
      place = 'row' in place ? parents.get(place.row) : this.above(place.point);
    }

    return depth <= limits.pointDepth;
  }

  private above({ parentId }: Point): Place | null {
    const point = parentId === null ? undefined : this.byId.get(parentId);

    return point ? { point } : null;
  }
}

/** By what the list itself says stands above: a row below another row is found by the path of both. */
function rowPath(row: ReadRow): string {
  return normalPath(row.parent === '' ? row.name : `${row.parent}/${row.name}`);
}
