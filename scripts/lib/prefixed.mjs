import { createInterface } from 'node:readline';

const colours = [36, 35, 33, 32];

/** Writes every line of a program behind its name, so that several can share a terminal. */
export function prefixed(name, index, child) {
  const isTerminal = Boolean(process.stdout.isTTY);
  const label = name.padEnd(5);
  const prefix = isTerminal ? `\x1b[${colours[index % colours.length]}m${label}\x1b[0m │ ` : `${label} │ `;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${prefix}${line}\n`));
  }

  return child;
}
