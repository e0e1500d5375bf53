import { fieldErrors } from '@anxing/contract/fieldErrors';
import { pointCreate, pointKinds } from '@anxing/contract/points';
import { pointColumns, type PointColumn, type RowFault } from '@anxing/contract/pointSheets';

import type { ProvinceConfig } from '../../base/provinceConfig';
import { pointFaults, vehicleFaults, type Faults, type PointInput } from '../pointFaults';
import { rowFault, titleOf, type PointRow } from './pointTable';
import { readCategory, readDivision, readKind, readNumber } from './readCells';

export interface ReadRow {
  number: number;
  name: string;
  address: string;
  /** The point above, as it is named in the list; empty for none. */
  parent: string;
  /** Undefined when the row has faults. */
  input: PointInput | undefined;
  faults: RowFault[];
}

export interface Surroundings {
  config: ProvinceConfig;
  /** The division of the unit. */
  area: string;
}

function isColumn(path: string): path is PointColumn {
  return pointColumns.some(({ key }) => key === path);
}

function inputOf(config: ProvinceConfig, { cells }: PointRow) {
  return {
    name: cells.name,
    address: cells.address,
    category: readCategory(config, cells.category),
    division: readDivision(config, cells.division),
    kind: readKind(cells.kind),
    capacity: readNumber(cells.capacity),
    warningLine: readNumber(cells.warningLine),
    line: cells.line || null,
    plate: cells.plate || null,
  };
}

/** What the schema cannot see, of the fields that it has nothing against. */
function meaningsOf(
  { config, area }: Surroundings,
  given: ReturnType<typeof inputOf>,
  faulty: readonly string[],
): Faults {
  const { kind, line, plate, ...rest } = given;
  const fine = Object.entries({ ...rest, line }).filter(([name]) => !faulty.includes(name));
  const isKind = pointKinds.find((one) => one === kind);

  return {
    ...pointFaults(config, Object.fromEntries(fine), area),
    ...(isKind ? vehicleFaults({ kind: isKind, line, plate }) : {}),
  };
}

/** Checks a row by the same rules as the form. */
export function readRow(around: Surroundings, row: PointRow): ReadRow {
  const { number, cells } = row;
  const given = inputOf(around.config, row);
  const { data: input, error } = pointCreate.safeParse(given);
  const found = error ? fieldErrors(error.issues) : [];
  const meanings = meaningsOf(
    around,
    given,
    found.map(({ path }) => path),
  );
  const valueOf = (path: string) => (isColumn(path) ? cells[path] : '');
  const columnOf = (path: string) => (isColumn(path) ? titleOf(path) : null);
  const faults = [
    ...found.map(({ path, message, messageEn }) => ({
      row: number,
      column: columnOf(path),
      value: valueOf(path),
      message,
      messageEn,
    })),
    ...Object.entries(meanings).map(([path, key]) => rowFault(number, columnOf(path), valueOf(path), key)),
  ];

  return {
    number,
    name: cells.name,
    address: cells.address,
    parent: cells.parent,
    input: faults.length > 0 ? undefined : input,
    faults,
  };
}
