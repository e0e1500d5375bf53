import { runWorker, type WorkerLimits } from '../base/runWorker';
import type { Cell } from './writeCsv';

export interface WrittenSheet {
  name: string;
  /** Of the columns, in characters. */
  widths: number[];
  /** The first are the headings. */
  rows: Cell[][];
}

/** What the writer knows from the start; then come the pages, and null behind the last. */
export type SheetFrame = Omit<WrittenSheet, 'rows'>;

export interface SheetPage {
  /** Which of the sheets. */
  sheet: number;
  rows: Cell[][];
}

const program = new URL('./sheetWriter.worker.ts', import.meta.url);
/** Enough for some thousand rows. */
const usual: WorkerLimits = { memoryMb: 256, timeoutMs: 60_000 };

/** Rows that are handed over in some milliseconds. */
const pageRows = 500;

function* pagesOf(sheets: readonly WrittenSheet[]): Generator<SheetPage | null> {
  for (const [sheet, { rows }] of sheets.entries()) {
    for (let i = 0; i < rows.length; i += pageRows) {
      yield { sheet, rows: rows.slice(i, i + pageRows) };
    }
  }
  yield null;
}

/** An xlsx file with typed cells, written in a thread of its own. */
export async function writeXlsx(
  sheets: readonly WrittenSheet[],
  limits: Partial<WorkerLimits> = {},
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const frames: SheetFrame[] = sheets.map(({ name, widths }) => ({ name, widths }));
  const keep = (message: unknown) => parts.push(message as Uint8Array);
  await runWorker(program, frames, { ...usual, ...limits }, keep, pagesOf(sheets));

  return Buffer.concat(parts);
}
