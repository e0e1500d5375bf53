/** A cell as it shall be read: text stays text, whatever it begins with. */
export type Cell = string | number | null;

/** What spreadsheets take for a formula or for the start of one. */
const formulaStart = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  const text = typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : String(cell);

  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** At the start of a file: it tells Excel that what follows is UTF-8. */
export const csvMark = '\ufeff';

/** Lines of a CSV file, each with its end; no cell is a formula. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** CSV in UTF-8 with a mark. */
export function writeCsv(rows: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(csvMark + csvLines(rows));
}
