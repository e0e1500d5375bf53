import { spawn } from 'node:child_process';
import { once } from 'node:events';

const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const parentCheckMs = 500;
const live = new Set();
let policy = stopEverything;
let isListening = false;

function stopEverything(signal) {
  for (const child of live) {
    signalTree(child, 'SIGTERM');
  }
  process.exit(128 + numbers[signal]);
}

/**
 * Ending npm by SIGTERM ends the shell between npm and us, and nobody tells us. A command that was called without
 * npm may outlive its terminal on purpose (nohup), so it is left alone.
 */
function watchParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      policy('SIGTERM');
    }
  }, parentCheckMs);
  timer.unref();
}

function listen() {
  if (isListening) {
    return;
  }
  isListening = true;
  for (const signal of Object.keys(numbers)) {
    process.on(signal, () => policy(signal));
  }
  if (process.env.npm_lifecycle_event) {
    watchParent();
  }
  process.on('exit', () => live.forEach((child) => signalTree(child, 'SIGTERM')));
}

/** Sends a signal to a program and to everything it started. */
export function signalTree(child, signal) {
  try {
    // Every child leads its own group; Windows has no groups.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** What Ctrl-C, SIGTERM and SIGHUP do from now on; by default all children are stopped and the command ends. */
export function onInterrupt(handler) {
  listen();
  policy = handler;
}

/**
 * Starts a program in its own process group, so that Ctrl-C reaches it through us alone, once, and nothing is
 * left behind when we leave.
 */
export function start(command, args, options = {}) {
  listen();
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  live.add(child);
  const forget = () => live.delete(child);
  child.once('exit', forget);
  child.once('error', forget);

  return child;
}

/** Ends a program that we started: asks first, insists after `patienceMs`. */
export async function stop(child, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  signalTree(child, 'SIGTERM');
  const timer = setTimeout(() => signalTree(child, 'SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
}
