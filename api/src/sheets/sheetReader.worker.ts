import { parentPort, workerData } from 'node:worker_threads';

import { decodeText } from './decodeText';
import { readCsv } from './readCsv';
import { readXlsx } from './readXlsx';
import { SheetRefused, type SheetFault, type TextRows } from './sheetFile';
import { tidyRows } from './tidyRows';

/** What the reader gets and gives. */
export interface ReadingTask {
  bytes: Uint8Array;
  rows: number;
}

export type ReadingAnswer = { rows: TextRows } | { fault: SheetFault };

/** Zip files begin so, and the Excel files of before 2007. */
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const oldStart = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** What a file is, is told by its first bytes and not by its name. */
async function rowsOf(bytes: Uint8Array): Promise<TextRows> {
  if (startsWith(bytes, oldStart)) {
    throw new SheetRefused('sheetOldFormat');
  }

  return startsWith(bytes, zipStart) ? readXlsx(bytes) : readCsv(decodeText(bytes));
}

async function read({ bytes, rows }: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { rows: tidyRows(await rowsOf(bytes), { rows }) };
  } catch (error) {
    if (error instanceof SheetRefused) {
      return { fault: error.fault };
    }
    throw error;
  }
}

parentPort?.postMessage(await read(workerData as ReadingTask));
