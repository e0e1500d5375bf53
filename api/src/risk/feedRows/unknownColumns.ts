import type { CellFault } from './feedRow';

/** Columns of a row that nobody knows, of which are told. */
const most = 5;

/** Four digits may be a part of somebody's number. */
const number = /\d{4}/;
const latin = /^[a-z][a-z0-9]{0,19}$/i;
const word = /^[\p{Script=Han}a-zA-Z0-9 _()]{1,20}$/u;

/**
 * How an unknown column is told. Where rows and columns were mixed up, a number or a text about somebody stands in the place of
 * its name. In the head of a file stand titles, since those that are needed were found there; one that looks like anything
 * else is told by its place.
 */
function nameOfUnknown(name: string, place: number | undefined): string {
  const text = name.normalize('NFKC').trim();
  const isName = (place === undefined ? latin : word).test(text) && !number.test(text);
  const instead = place === undefined ? '' : `第 ${place} 列`;

  return isName ? text : instead;
}

/**
 * Cells of a row under names that the feed does not have.
 * @param isHeaded whether the names are those of a file's head, in its order
 */
export function unknownColumns(cells: object, names: ReadonlySet<string>, isHeaded: boolean): CellFault[] {
  return Object.keys(cells)
    .map((name, at) => ({ name, place: isHeaded ? at + 1 : undefined }))
    .filter(({ name }) => !names.has(name))
    .slice(0, most)
    .map(({ name, place }) => ({ column: nameOfUnknown(name, place), fault: 'unknown' }));
}
