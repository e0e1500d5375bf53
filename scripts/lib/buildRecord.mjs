import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { fingerprint } from './fingerprint.mjs';
import { programs } from './programs.mjs';
import { inRoot, root } from './root.mjs';

const file = inRoot('var/build.json');

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or cut off by a full disk: then everything is built again.
    return {};
  }
}

/** Notes which sources a program's output was built from; undefined when it is no longer known. */
export function remember(name, hash) {
  mkdirSync(inRoot('var'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...read(), [name]: hash }, null, 2)}\n`);
  renameSync(draft, file);
}

/** Hash over everything that a program's output depends on. */
export function currentHash(name) {
  const { sources, settings } = programs[name];

  return fingerprint(root, sources, settings?.());
}

/** Whether the output is missing or was built from other sources than those of now. */
export function isStale(name) {
  return !existsSync(inRoot(programs[name].proof)) || read()[name] !== currentHash(name);
}
