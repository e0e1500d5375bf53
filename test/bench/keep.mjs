import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { inRoot } from '../../scripts/lib/root.mjs';
import { machine } from './machine.mjs';

/** Writes a result beside the earlier ones; answers where. */
export function keepFile(name, content) {
  const at = new Date().toISOString().replaceAll(':', '');
  const file = inRoot('var/bench', `${at}-${name}`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);

  return path.relative(inRoot(), file);
}

/** Writes what was measured, with the machine it was measured on. */
export function keepJson(name, result) {
  return keepFile(`${name}.json`, `${JSON.stringify({ machine, ...result }, null, 2)}\n`);
}
