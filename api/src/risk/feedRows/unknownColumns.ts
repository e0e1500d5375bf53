import type { CellFault } from './feedRow';

/** Columns of a row that nobody knows, of which are told. */
const most = 5;

/** Where rows and columns were mixed up, a number or a text about somebody stands in the place of a column's name. */
function nameOfUnknown(name: string): string {
  const isName = /^[a-z][a-z0-9]{0,19}$/i.test(name) && !/\d{4}/.test(name);

  return isName ? name : '';
}

/** Cells of a row under names that the feed does not have. */
export function unknownColumns(cells: object, names: ReadonlySet<string>): CellFault[] {
  return Object.keys(cells)
    .filter((name) => !names.has(name))
    .slice(0, most)
    .map((name) => ({ column: nameOfUnknown(name), fault: 'unknown' }));
}
