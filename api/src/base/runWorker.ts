import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { breathe } from './breathe';

export interface WorkerLimits {
  /** MB of heap; the worker ends when it needs more. */
  memoryMb: number;
  /** ms after which it is ended. */
  timeoutMs: number;
  /** Ends it at once. */
  signal?: AbortSignal;
}

/** A worker that needed more memory or time than it may: what it was given is the likely cause. */
export class WorkerOverload extends Error {}

const tooLittleMemory = 'ERR_WORKER_OUT_OF_MEMORY';

/** Only for workers that run from their source, as in tests. */
const typescriptLoader = new URL('../../../scripts/lib/typescriptWorker.mjs', import.meta.url);

/** Bundled, all workers lie beside the program; run from source, TypeScript needs a loader. */
function programOf(source: URL): { file: URL; execArgv: string[] } {
  const bundled = new URL(source.href.replace(/\.ts$/, '.js'));

  return existsSync(bundled)
    ? { file: bundled, execArgv: [] }
    : { file: source, execArgv: ['--import', typescriptLoader.href] };
}

function overloadOf(error: NodeJS.ErrnoException): Error {
  return error.code === tooLittleMemory ? new WorkerOverload('out of memory', { cause: error }) : error;
}

/** Each message is copied on this thread: others have their turn between two. */
async function feedTo(worker: Worker, feed: Iterable<unknown>): Promise<void> {
  for (const message of feed) {
    worker.postMessage(message);
    await breathe();
  }
}

/**
 * Runs a `*.worker.ts` in a thread of its own, so that people at the door do not wait for it.
 * @param source where the worker's file lies among the sources: `new URL('./x.worker.ts', import.meta.url)`
 * @param onMessage gets what the worker posts
 * @param feed what is posted to it: much at once would hold up this thread, as `data` does
 * @throws WorkerOverload, the signal's reason, or what the worker threw
 */
export async function runWorker(
  source: URL,
  data: unknown,
  { memoryMb, timeoutMs, signal }: WorkerLimits,
  onMessage: (message: unknown) => void,
  feed: Iterable<unknown> = [],
): Promise<void> {
  signal?.throwIfAborted();
  const { file, execArgv } = programOf(source);
  const worker = new Worker(file, {
    workerData: data,
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', onMessage);
    worker.once('error', (error) => reject(overloadOf(error)));
    worker.once('exit', () => resolve());
  });
  let why: unknown;
  const end = (reason: unknown): void => {
    why ??= reason;
    void worker.terminate();
  };
  const timer = setTimeout(() => end(new WorkerOverload('out of time')), timeoutMs);
  const abort = (): void => end(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await Promise.all([ended, feedTo(worker, feed).catch(end)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
  if (why !== undefined) {
    throw why;
  }
}
