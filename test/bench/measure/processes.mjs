import { readFileSync } from 'node:fs';

/** What one tick of /proc counts: every Linux that Node runs on has 100 a second. */
const tickMicros = 10_000;

/** User and system time of one process since it began, all threads together, from the text of /proc/<pid>/stat. */
export function cpuOfStat(text) {
  // The name in brackets may hold anything; behind it the fields are numbers.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');

  return (Number(fields[11]) + Number(fields[12])) * tickMicros;
}

/** Busy and whole time of the machine from the text of /proc/stat, in µs over all its cores. */
export function machineOfStat(text) {
  const [line] = text.split('\n');
  const [user, nice, system, idle, waiting, ...rest] = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const busy = user + nice + system + rest.reduce((sum, ticks) => sum + ticks, 0);

  return { busy: busy * tickMicros, all: (busy + idle + waiting) * tickMicros };
}

/** CPU time of several processes in µs; NaN when one of them is gone or belongs to another machine. */
export function cpuMicros(pids) {
  try {
    return pids.reduce((sum, pid) => sum + cpuOfStat(readFileSync(`/proc/${pid}/stat`, 'utf8')), 0);
  } catch {
    return Number.NaN;
  }
}

export function machineMicros() {
  return machineOfStat(readFileSync('/proc/stat', 'utf8'));
}

/** Resident memory of several processes in bytes. */
export function memoryBytes(pids) {
  try {
    return pids.reduce((sum, pid) => {
      const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];

      return sum + Number(kilobytes) * 1024;
    }, 0);
  } catch {
    return Number.NaN;
  }
}
