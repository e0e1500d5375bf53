/** What spreadsheets take for a formula or for the start of one. */
const formulaStart = /^[=+\-@\t\r]/;

/** At the start of a file: it tells Excel that what follows is UTF-8. */
const mark = '\ufeff';

function cellText(cell: string | number): string {
  const text = typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : String(cell);

  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file of these rows; no cell is a formula, as in the files that the API makes. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): Blob {
  const text = rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

  return new Blob([mark + text], { type: 'text/csv;charset=utf-8' });
}
