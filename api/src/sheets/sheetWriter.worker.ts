import { parentPort, workerData } from 'node:worker_threads';

import writeExcelFile from 'write-excel-file/node';

import type { Cell } from './writeCsv';
import type { WrittenSheet } from './writeXlsx';

const headColour = '#f0f5ff';

/** Text is typed as text: a name that begins with `=` stays a name. */
function cellOf(cell: Cell, isHead: boolean) {
  if (cell === null) {
    return null;
  }
  const look = isHead ? { fontWeight: 'bold' as const, backgroundColor: headColour } : {};

  return typeof cell === 'number'
    ? { type: Number, value: cell, ...look }
    : { type: String, value: cell, format: '@', ...look };
}

const sheets = (workerData as WrittenSheet[]).map(({ name, widths, rows }) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  data: rows.map((row, i) => row.map((cell) => cellOf(cell, i === 0))),
}));

parentPort?.postMessage(await writeExcelFile(sheets).toBuffer());
