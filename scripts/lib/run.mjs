import { createWriteStream } from 'node:fs';

import { adviceFor } from './advice.mjs';
import { signalTree, start } from './children.mjs';
import { Fault } from './fault.mjs';
import { tail } from './format.mjs';
import { root } from './root.mjs';

const keptBytes = 400_000;

/** Keeps the end of a program's output in memory and, when asked, all of it in a file. */
function collector(file) {
  const chunks = [];
  let length = 0;
  const log = file ? createWriteStream(file, { flags: 'a' }) : undefined;

  return {
    take(chunk) {
      log?.write(chunk);
      chunks.push(chunk);
      length += chunk.length;
      while (length - chunks[0].length > keptBytes) {
        length -= chunks.shift().length;
      }
    },
    async close() {
      await new Promise((resolve) => (log ? log.end(resolve) : resolve()));

      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

/**
 * Runs a program to its end with its output collected.
 * @param {{ cwd?: string, env?: object, log?: string, limitMs?: number }} options `log` receives the whole output;
 * after `limitMs` the program and its children are killed.
 * @returns {Promise<{ code: number, output: string }>} code 124 when the time was up
 */
export async function run(command, args, options = {}) {
  const { log, limitMs, ...spawnOptions } = options;
  const child = start(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
  const output = collector(log);
  child.stdout.on('data', output.take);
  child.stderr.on('data', output.take);
  let isLate = false;
  const timer = limitMs
    ? setTimeout(() => {
        isLate = true;
        signalTree(child, 'SIGKILL');
      }, limitMs)
    : undefined;
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(signal ? 137 : status));
  }).finally(() => clearTimeout(timer));
  const text = await output.close();

  return isLate
    ? { code: 124, output: `${text}\nstopped after ${Math.round(limitMs / 1000)} s` }
    : { code, output: text };
}

/** Like `run`, for a program that has to succeed: a failure shows the end of its output and what to do. */
export async function mustRun(what, command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    throw new Fault(`${what}\n${tail(output)}`, adviceFor(output));
  }

  return output;
}
