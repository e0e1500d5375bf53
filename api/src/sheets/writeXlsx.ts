import { runWorker, type WorkerLimits } from '../base/runWorker';
import type { Cell } from './writeCsv';

export interface WrittenSheet {
  name: string;
  /** Of the columns, in characters. */
  widths: number[];
  /** The first are the headings. */
  rows: Cell[][];
}

const program = new URL('./sheetWriter.worker.ts', import.meta.url);
/** Enough for some thousand rows. */
const usual: WorkerLimits = { memoryMb: 256, timeoutMs: 60_000 };

/** An xlsx file with typed cells, written in a thread of its own. */
export async function writeXlsx(
  sheets: readonly WrittenSheet[],
  limits: Partial<WorkerLimits> = {},
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await runWorker(program, sheets, { ...usual, ...limits }, (message) => parts.push(message as Uint8Array));

  return Buffer.concat(parts);
}
