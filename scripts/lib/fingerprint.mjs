import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'coverage', 'var']);

function isSource(name) {
  return (!name.startsWith('.') || name.startsWith('.env')) && !ignored.has(name);
}

/** Every source file at or below a place, in a fixed order; nothing when the place does not exist. */
export function filesBelow(place) {
  if (!existsSync(place)) {
    return [];
  }
  if (!statSync(place).isDirectory()) {
    return [place];
  }

  return readdirSync(place)
    .filter(isSource)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}

/**
 * A hash over names and contents, so that a fresh clone, a touched file or a moved clock do not count as a change.
 * @param {string} folder what the places are relative to
 * @param {string[]} places files and folders
 * @param {string[]} extra further texts that the result depends on
 */
export function fingerprint(folder, places, extra = []) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesBelow(path.join(folder, place)))) {
    const content = readFileSync(file);
    hash.update(`${path.relative(folder, file).split(path.sep).join('/')}\0${content.length}\0`);
    hash.update(content);
  }
  hash.update(JSON.stringify(extra));

  return hash.digest('hex');
}
