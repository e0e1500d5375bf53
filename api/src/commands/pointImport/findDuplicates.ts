import type { RowFault } from '@anxing/contract/pointSheets';

import type { Point } from '../../models/point';
import type { Parents } from './findParents';
import { rowFault, titleOf } from './pointTable';
import type { ReadRow } from './readRow';

function keyOf(parent: string, name: string, address: string): string {
  return [
    parent,
    ...[name, address].map((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()),
  ].join('\n');
}

function parentKey(row: ReadRow, parents: Parents): string {
  const place = parents.get(row);
  if (typeof place !== 'object' || place === null) {
    return '';
  }

  return 'row' in place ? `row ${place.row.number}` : place.point.id;
}

function twiceFault(row: ReadRow, first: number): RowFault {
  return {
    row: row.number,
    column: titleOf('name'),
    value: row.name,
    message: `与第 ${first} 行重复：上级、名称和地址都相同`,
    messageEn: `The same as row ${first}: parent, name and address`,
  };
}

/** Rows that say again what is there already: parent, name and address are the same. */
export function duplicateFaults(
  rows: readonly ReadRow[],
  parents: Parents,
  points: readonly Point[],
): Map<ReadRow, RowFault> {
  const existing = new Map(
    points.map((point) => [keyOf(point.parentId ?? '', point.name, point.address), point.active]),
  );
  const seen = new Map<string, number>();
  const faults = new Map<ReadRow, RowFault>();
  for (const row of rows) {
    if (row.input) {
      const key = keyOf(parentKey(row, parents), row.input.name, row.input.address);
      const [first, isOpen] = [seen.get(key), existing.get(key)];
      if (first !== undefined) {
        faults.set(row, twiceFault(row, first));
      } else if (isOpen !== undefined) {
        const why = isOpen ? 'pointExists' : 'pointExistsClosed';
        faults.set(row, rowFault(row.number, titleOf('name'), row.name, why));
      }
      seen.set(key, first ?? row.number);
    }
  }

  return faults;
}
