import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process, and where its number means something. */
export interface ProcessName {
  host: string;
  pid: number;
}

function partOf(read: () => string, pattern: RegExp): string {
  try {
    return pattern.exec(read())?.[0] ?? '';
  } catch {
    // Not on this system.
    return '';
  }
}

/** Name, start of the machine and space of process numbers: containers may share a name, and machines too. */
function hostName(): string {
  const boot = partOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), /^\w+/);
  const space = partOf(() => readlinkSync('/proc/self/ns/pid'), /\d+/);

  return [hostname().slice(0, 60), boot, space].filter(Boolean).join(' ');
}

export function thisProcess(): ProcessName {
  return { host: hostName(), pid: process.pid };
}

/** Whether that process has certainly ended. A number that is ours now was somebody's before us. */
export function hasEnded(other: ProcessName, own: ProcessName): boolean {
  if (other.host !== own.host) {
    return false;
  }
  if (other.pid === own.pid) {
    return true;
  }
  try {
    process.kill(other.pid, 0);

    return false;
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'ESRCH';
  }
}

/** Owners of leases in this very process: they live, though their number is ours. */
export const ownersHere = new Set<string>();
