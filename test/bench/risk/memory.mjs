import { readFileSync, writeFileSync } from 'node:fs';

/** A value of /proc/<pid>/status in bytes. */
function statusBytes(pid, name) {
  const [, kilobytes] =
    new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];

  return Number(kilobytes) * 1024;
}

/** Resident memory now, and the most since the mark was last set back. */
export function residentBytes(pid) {
  return statusBytes(pid, 'VmRSS');
}

export function peakBytes(pid) {
  return statusBytes(pid, 'VmHWM');
}

/** Sets the kernel's mark of the most memory back to what there is now. */
export function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
