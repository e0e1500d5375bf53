import type { RowFault } from '@anxing/contract/pointSheets';

import type { Point } from '../../models/point';
import type { PointInput } from '../pointFaults';
import { duplicateFaults } from './findDuplicates';
import { ParentFinder, type Parents } from './findParents';
import type { Place } from './placeIndex';
import { rowFault, titleOf, type PointTable } from './pointTable';
import { readRow, type ReadRow, type Surroundings } from './readRow';

/** A row that can become a point. */
export interface PlannedPoint {
  row: ReadRow;
  input: PointInput;
  /** A point that exists, or the row of one that is planned before this one. */
  parent: Place | null;
}

export interface ImportPlan {
  /** A parent before what stands below it. */
  ready: PlannedPoint[];
  faults: RowFault[];
}

interface Bounds extends Surroundings {
  /** All points of the unit. */
  points: readonly Point[];
  /** How many more the unit may have. */
  room: number;
}

function parentFault(row: ReadRow, parents: Parents): RowFault | undefined {
  const place = parents.get(row);
  if (typeof place === 'string') {
    return rowFault(row.number, titleOf('parent'), row.parent, place);
  }

  return undefined;
}

/** Takes out, again and again, what stands below a row that is out. */
function dropBelow(ready: Set<ReadRow>, parents: Parents): RowFault[] {
  const faults: RowFault[] = [];
  let before: number;
  do {
    before = ready.size;
    for (const row of ready) {
      const place = parents.get(row);
      if (typeof place === 'object' && place && 'row' in place && !ready.has(place.row)) {
        ready.delete(row);
        faults.push(rowFault(row.number, titleOf('parent'), row.parent, 'parentRow'));
      }
    }
  } while (ready.size < before);

  return faults;
}

/** Parents first; within a level as in the list. */
function inOrder(ready: ReadonlySet<ReadRow>, parents: Parents): PlannedPoint[] {
  const planned = new Map<ReadRow, PlannedPoint>();
  const plan = (row: ReadRow): void => {
    const place = parents.get(row);
    const parent = typeof place === 'object' ? place : null;
    if (planned.has(row) || !row.input) {
      return;
    }
    if (parent && 'row' in parent) {
      plan(parent.row);
    }
    planned.set(row, { row, input: row.input, parent });
  };
  ready.forEach(plan);

  return [...planned.values()];
}

function overfull(planned: readonly PlannedPoint[], room: number): RowFault[] {
  return planned.slice(Math.max(0, room)).map(({ row }) => rowFault(row.number, null, row.name, 'unitFull'));
}

/** Which rows of a list can become points of a unit, and what is wrong with the others. */
export function planImport(table: PointTable, { points, room, ...around }: Bounds): ImportPlan {
  const rows = table.rows.map((row) => readRow(around, row));
  const parents = new ParentFinder(points, rows).find();
  const duplicates = duplicateFaults(rows, parents, points);
  const ready = new Set<ReadRow>();
  const faults: RowFault[] = [...table.faults];
  for (const row of rows) {
    const found = [...row.faults, parentFault(row, parents), duplicates.get(row)].filter(
      (fault) => fault !== undefined,
    );
    faults.push(...found);
    if (found.length === 0) {
      ready.add(row);
    }
  }
  faults.push(...dropBelow(ready, parents));
  const planned = inOrder(ready, parents);
  faults.push(...overfull(planned, room));

  return {
    ready: planned.slice(0, Math.max(0, room)),
    faults: faults.sort((a, b) => a.row - b.row),
  };
}
