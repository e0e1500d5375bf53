/** Rows of cells as text, the first of them the headings. */
export type TextRows = string[][];

/** Why a file is no sheet for us. */
export type SheetFault =
  'sheetUnreadable' | 'sheetOldFormat' | 'sheetTooLarge' | 'sheetTooLong' | 'sheetEmpty';

/** A file that cannot be read as a sheet, or is too large for one. */
export class SheetRefused extends Error {
  constructor(
    readonly fault: SheetFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** Bounds of what is read, so that no file takes the house down. */
export interface SheetBounds {
  /** Rows with content, without the headings. */
  rows: number;
}

/** What no sheet of ours needs more of. */
export const cellLengthMax = 1_000;
export const columnsMax = 50;
/** Empty rows between others count here. */
export const rowsMax = 20_000;
/** Bytes of an xlsx file's parts, unpacked. */
export const unpackedMax = 48 * 1024 * 1024;
