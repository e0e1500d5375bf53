import { appendFileSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into the server before everything else (`--import`): writes how long its event loop was held up, a line for
 * each stretch, and how long it waited for a processor meanwhile. The bench reads them; the server knows nothing of it.
 */
const everyMs = 100;
const file = process.env.BENCH_LAG_FILE;

/** ms that the main thread was ready to run and another program ran; 0 where the kernel does not tell. */
function waitedMs() {
  try {
    const [, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');

    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}

if (file) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let before = waitedMs();
  delay.enable();
  setInterval(() => {
    const now = waitedMs();
    appendFileSync(file, `${Date.now()} ${(delay.max / 1e6).toFixed(2)} ${(now - before).toFixed(2)}\n`);
    before = now;
    delay.reset();
  }, everyMs).unref();
}
