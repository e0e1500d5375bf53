import { readSheet } from 'read-excel-file/universal';

import { checkZip } from './checkZip';
import { SheetRefused, type TextRows } from './sheetFile';

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }

  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** The first sheet of an xlsx file; of a formula what Excel last made of it. @throws SheetRefused */
export async function readXlsx(bytes: Uint8Array): Promise<TextRows> {
  const file = Buffer.from(bytes);
  checkZip(file);
  const copy = new ArrayBuffer(file.length);
  new Uint8Array(copy).set(file);
  try {
    // Numbers stay as they are written: twelve digits are a name here, not an amount.
    const rows = await readSheet(copy, { parseNumber: (text) => text });

    return rows.map((row) => row.map(textOf));
  } catch (error) {
    throw new SheetRefused('sheetUnreadable', { cause: error });
  }
}
