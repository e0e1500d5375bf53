import path from 'node:path';

/** The linted file's path from the checkout's root, with slashes. */
export function fileOf(context) {
  return path.relative(context.cwd, context.filename).split(path.sep).join('/');
}
