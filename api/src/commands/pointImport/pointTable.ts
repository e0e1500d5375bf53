import {
  pointColumns,
  toldPointColumns,
  type PointColumn,
  type RowFault,
} from '@anxing/contract/pointSheets';
import { fieldError } from '@anxing/contract/fieldErrors';

import type { TextRows } from '../../sheets/sheetFile';

/** One row of the list as it was written. */
export interface PointRow {
  /** As the spreadsheet counts. */
  number: number;
  cells: Record<PointColumn, string>;
}

export interface PointTable {
  rows: PointRow[];
  faults: RowFault[];
  /** Headings that mean nothing here. */
  ignored: string[];
}

/** What people write above a column besides its own title. */
const otherTitles: Partial<Record<PointColumn, readonly string[]>> = {
  name: ['服务点名称', '场所名称'],
  address: ['详细地址'],
  category: ['场所类别'],
  division: ['行政区划'],
  parent: ['上级服务点'],
  capacity: ['人流上限'],
  plate: ['车牌'],
};

/** A fault at a place of the table, told by a key of the field texts. */
export function rowFault(row: number, column: string | null, value: string, key: string): RowFault {
  const { message, messageEn } = fieldError('', key);

  return { row, column, value, message, messageEn };
}

export function titleOf(key: PointColumn): string {
  return pointColumns.find((column) => column.key === key)?.title ?? key;
}

const titleRowsMax = 10;
const headingsLeast = 2;

/** Without stars, spaces and remarks in brackets: `* 名称（必填）` is 名称. */
function plainTitle(title: string): string {
  return title.replace(/[（(].*?[)）]|[*＊\s:：]/g, '');
}

function columnOf(title: string): PointColumn | undefined {
  const plain = plainTitle(title);

  return pointColumns.find((column) => column.title === plain || otherTitles[column.key]?.includes(plain))
    ?.key;
}

function headFaults(heads: readonly (PointColumn | undefined)[], number: number): RowFault[] {
  return pointColumns.flatMap(({ key, title, isRequired }) => {
    const count = heads.filter((head) => head === key).length;
    if (count > 1) {
      return [rowFault(number, title, title, 'columnTwice')];
    }

    return isRequired && count === 0 ? [rowFault(number, title, '', 'columnMissing')] : [];
  });
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

/** Above the headings there may be a title. */
function headRow(sheet: TextRows): number {
  const found = sheet
    .slice(0, titleRowsMax)
    .findIndex((row) => row.filter((title) => columnOf(title)).length >= headingsLeast);

  return found >= 0 ? found : sheet.findIndex(isFilled);
}

/** Reads the headings, and the rows below them; where the headings are wrong no row is read. */
export function readPointTable(sheet: TextRows): PointTable {
  const start = headRow(sheet);
  const titles = sheet[start] ?? [];
  const heads = titles.map(columnOf);
  const faults = headFaults(heads, start + 1);
  const ignored = titles.filter(
    (title, i) => title !== '' && !heads[i] && !toldPointColumns.some((told) => told === plainTitle(title)),
  );
  const cellsOf = (row: readonly string[]) =>
    Object.fromEntries(pointColumns.map(({ key }) => [key, row[heads.indexOf(key)] ?? '']));
  const rows = sheet.slice(start + 1).flatMap((row, i) =>
    // A row that is empty where it is read is empty.
    isFilled(row) ? [{ number: start + i + 2, cells: cellsOf(row) as PointRow['cells'] }] : [],
  );

  return { rows: faults.length > 0 ? [] : rows, faults, ignored };
}
