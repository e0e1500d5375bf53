import { limits } from '@anxing/contract/limits';

import type { Point } from '../../models/point';
import { PlaceIndex, type Place } from './placeIndex';
import type { ReadRow } from './readRow';

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

function keyOf(path: string, address: string): string {
  return `${path}\n${normal(address)}`;
}

/** Finds points by name or by the names from the top down. */
export class ParentFinder {
  private readonly byId: ReadonlyMap<string, Point>;

  private readonly paths = new Map<Point, string>();

  private readonly byName = new PlaceIndex();

  private readonly byPath = new PlaceIndex();

  constructor(
    points: readonly Point[],
    private readonly rows: readonly ReadRow[],
  ) {
    this.byId = new Map(points.map((point) => [point.id, point]));
    const known = new Set(points.map((point) => keyOf(this.pathOf(point), point.address)));
    points
      .filter(({ active }) => active)
      .forEach((point) => this.add({ point }, point.name, this.pathOf(point)));
    for (const row of rows) {
      const path = rowPath(row);
      // A row that only repeats a point is that point.
      if (!known.has(keyOf(path, row.address))) {
        this.add({ row }, row.name, path);
      }
    }
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

  private add(place: Place, name: string, path: string): void {
    this.byName.add(normal(name), place);
    this.byPath.add(path, place);
  }

  private placesCalled(text: string, asking: ReadRow): Place[] {
    const named = this.byName.othersCalled(text, asking);

    return named.length > 0 ? named : this.byPath.othersCalled(normalPath(text), asking);
  }

  /** Worked out once for each point: those below it ask again. */
  private pathOf(point: Point): string {
    const known = this.paths.get(point);
    if (known !== undefined) {
      return known;
    }
    const above = point.parentId === null ? undefined : this.byId.get(point.parentId);
    const own = normalPath(point.name);
    const path = above ? `${this.pathOf(above)}/${own}` : own;
    this.paths.set(point, path);

    return path;
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
