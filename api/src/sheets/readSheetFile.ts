import { runWorker, WorkerOverload } from '../base/runWorker';
import { Mutex } from '../storage/mutex';
import { SheetRefused, type SheetBounds, type TextRows } from './sheetFile';
import type { ReadingAnswer, ReadingTask } from './sheetReader.worker';

const program = new URL('./sheetReader.worker.ts', import.meta.url);
/** What an honest file of 5 MB needs several times over. */
const limits = { memoryMb: 256, timeoutMs: 20_000 };

/** One file at a time: many at once would add up. */
const turns = new Mutex();

/**
 * The rows of a CSV or xlsx file, read in a thread of its own that ends when the file asks for too much.
 * @throws SheetRefused
 */
export async function readSheetFile(bytes: Uint8Array, { rows }: SheetBounds): Promise<TextRows> {
  const task: ReadingTask = { bytes, rows };
  let answer: ReadingAnswer | undefined;
  try {
    await turns.run(() =>
      runWorker(program, task, limits, (message) => {
        answer = message as ReadingAnswer;
      }),
    );
  } catch (error) {
    throw error instanceof WorkerOverload ? new SheetRefused('sheetTooLarge', { cause: error }) : error;
  }
  if (!answer) {
    throw new Error('the sheet reader ended without an answer');
  }
  if ('fault' in answer) {
    throw new SheetRefused(answer.fault);
  }

  return answer.rows;
}
