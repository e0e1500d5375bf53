import { once } from 'node:events';

/** Whether a program that we started is still there. */
export function isRunning(child) {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Ends a program at once, without a word to it: a power cut. */
export async function kill(child) {
  if (isRunning(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
