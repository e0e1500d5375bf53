import { stripVTControlCharacters } from 'node:util';

/** '0.4 s', '12 s', '1 min 05 s' from milliseconds. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }
  const whole = Math.round(seconds);

  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** '512 B', '329 kB', '1.25 MB', '1.5 GB' from bytes (1 kB = 1024 bytes, as the platforms' limits count). */
export function size(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  if (bytes < 1024 ** 2) {
    return `${Math.round(bytes / 1024)} kB`;
  }

  if (bytes < 1024 ** 3) {
    return `${(bytes / 1024 ** 2).toFixed(2)} MB`;
  }

  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

/** The last lines of a program's output, indented, for a person who looks for the reason of a failure. */
export function tail(output, lines = 40) {
  const all = stripVTControlCharacters(output).trimEnd().split('\n');
  const shown = all.slice(-lines).map((line) => `    ${line}`);
  if (all.length > lines) {
    shown.unshift(`    … ${all.length - lines} lines above`);
  }

  return shown.join('\n');
}
