import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Path inside the folder, without extension, with forward slashes. */
  name: string;
  /** With its dot. */
  extension: string;
  text: string;
}

const readable = new Set(['.js', '.json', '.wxml', '.axml', '.wxss', '.acss', '.wxs', '.sjs']);

/** The source files of a compiled mini-program; images and the like are served as they are. */
export function readSources(folder: string): SourceFile[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && readable.has(path.extname(entry.name)));

  return files.map((entry) => {
    const full = path.join(entry.parentPath, entry.name);
    const inside = path.relative(folder, full).split(path.sep).join('/');
    const extension = path.extname(entry.name);

    return { name: inside.slice(0, -extension.length), extension, text: readFileSync(full, 'utf8') };
  });
}
