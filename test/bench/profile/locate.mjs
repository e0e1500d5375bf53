import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from '../../../scripts/lib/root.mjs';

function readMap(file) {
  return existsSync(`${file}.map`)
    ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
    : undefined;
}

/** Finds the source of what a bundle runs. */
export function locator() {
  const maps = new Map();

  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('file:')) {
      return { file: url, line: lineNumber + 1 };
    }
    const file = fileURLToPath(url);
    if (!maps.has(file)) {
      maps.set(file, readMap(file));
    }
    const entry = maps.get(file)?.findEntry(lineNumber, columnNumber);
    const source = entry?.originalSource
      ? path.resolve(path.dirname(file), entry.originalSource.replace('file://', ''))
      : file;

    return { file: path.relative(root, source), line: (entry?.originalLine ?? lineNumber) + 1 };
  };
}
