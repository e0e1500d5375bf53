import { runWorker } from '../base/runWorker';
import type { BatchTask } from './posterBatch.worker';

const program = new URL('./posterBatch.worker.ts', import.meta.url);
/** Both fonts, and some pages at a time: the file is streamed. */
const memoryMb = 256;
const timeoutMs = 600_000;

/**
 * Draws posters into one PDF, in a thread of its own.
 * @param signal ends it
 * @param onProgress hears how many are drawn
 */
export function drawBatch(
  task: BatchTask,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  return runWorker(program, task, { memoryMb, timeoutMs, signal }, (message) => onProgress(Number(message)));
}
