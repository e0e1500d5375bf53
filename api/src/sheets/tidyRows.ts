import { cellLengthMax, columnsMax, SheetRefused, type SheetBounds, type TextRows } from './sheetFile';

/** A cell that a spreadsheet would take for a formula, as we write it: with a quotation mark before it. */
const guarded = /^'(?=[=+\-@])/;

function tidyCell(cell: string): string {
  return cell.slice(0, cellLengthMax).trim().replace(guarded, '');
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}

/** Cells without space around them; no empty rows behind the last. @throws SheetRefused */
export function tidyRows(given: TextRows, { rows: most }: SheetBounds): TextRows {
  const rows = given.map((row) => row.slice(0, columnsMax).map(tidyCell));
  const filled = rows.filter((row) => !isEmpty(row)).length;
  if (filled === 0) {
    throw new SheetRefused('sheetEmpty');
  }
  if (filled > most + 1) {
    throw new SheetRefused('sheetTooLong');
  }

  return rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1);
}
