import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exits } from '../feed/exits.mjs';
import { Fault } from '../lib/fault.mjs';

const held = new Set();

function isAlive(pid) {
  try {
    process.kill(pid, 0);

    return true;
  } catch (error) {
    // There is one, of another user.
    return error.code === 'EPERM';
  }
}

/** Whose lock it is. @returns undefined when nobody has it, or who had it has ended */
function holderOf(file) {
  let pid;
  try {
    pid = Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  const isOwn = pid === process.pid;
  // In a container the one before often had the same number.
  const isTaken = isOwn ? held.has(file) : Number.isInteger(pid) && pid > 0 && isAlive(pid);

  return isTaken ? pid : undefined;
}

/** Appears with its number in it, so that nobody takes it for one that was left behind. @returns whether it was taken */
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
    linkSync(own, file);

    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }

    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Makes sure that no other turnstile writes into the folder, until this process ends or lets it go: two would each write
 * a queue that lacks the passages of the other.
 * @param {string} folder
 * @returns {() => void} lets it go
 * @throws Fault when another one is at work there
 */
export function lockFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(path.resolve(folder), 'lock');
  const holder = holderOf(file);
  if (holder === undefined) {
    rmSync(file, { force: true });
  }
  if (holder !== undefined || !take(file)) {
    throw new Fault(
      `该文件夹正由另一个模拟器使用 / Another turnstile works with ${path.resolve(folder)} (${holder ?? '?'})`,
      '请先结束它，或用 --state 指定另一个文件夹。\nEnd that one first, or name another folder with --state.',
      exits.inUse,
    );
  }
  held.add(file);
  const letGo = () => {
    if (held.delete(file)) {
      rmSync(file, { force: true });
    }
  };
  process.once('exit', letGo);

  return letGo;
}
