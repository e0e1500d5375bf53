import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, wherever a command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of something in the checkout. */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}
