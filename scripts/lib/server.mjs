import { apiProgram } from './apiProgram.mjs';
import { onInterrupt, signalTree, start } from './children.mjs';
import { root } from './root.mjs';

const stubbornAfterMs = 1_000;

/** First signal: the server finishes what it acknowledged. A later one, by somebody impatient, ends it at once. */
function forwardSignals(child) {
  let askedAt;
  onInterrupt(() => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      signalTree(child, 'SIGTERM');
    } else if (Date.now() - askedAt > stubbornAfterMs) {
      signalTree(child, 'SIGKILL');
    }
  });

  return () => askedAt !== undefined;
}

/**
 * Runs the API program with our terminal as its own until it ends.
 * @returns {Promise<{ code: number, wasAsked: boolean }>} its exit code, and whether somebody asked it to stop
 */
export async function runApi(args, environment = process.env) {
  const child = start(process.execPath, apiProgram(...args), {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  const wasAsked = forwardSignals(child);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(signal ? 137 : status));
  });

  return { code, wasAsked: wasAsked() };
}
