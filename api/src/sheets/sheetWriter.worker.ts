import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

import writeExcelFile from 'write-excel-file/node';

import type { Cell } from './writeCsv';
import type { SheetFrame, SheetPage } from './writeXlsx';

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

const sheets = (workerData as SheetFrame[]).map(({ name, widths }) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  data: [] as ReturnType<typeof cellOf>[][],
}));

function addPage({ sheet, rows }: SheetPage): void {
  const data = sheets[sheet]?.data;
  for (const row of rows) {
    const isHead = data?.length === 0;
    data?.push(row.map((cell) => cellOf(cell, isHead)));
  }
}

if (parentPort) {
  for await (const [page] of on(parentPort, 'message') as AsyncIterable<[SheetPage | null]>) {
    if (page === null) {
      break;
    }
    addPage(page);
  }
  parentPort.postMessage(await writeExcelFile(sheets).toBuffer());
}
