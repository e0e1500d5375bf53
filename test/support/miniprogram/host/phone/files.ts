/** Files that the app made or chose: their temporary path, and their content as a data URL. */
const temporary = new Map<string, string>();
let count = 0;

/** Keeps content under a temporary path, as the base libraries do. */
export function keepTemporary(dataUrl: string, extension: string): string {
  count += 1;
  const path = `http://tmp/${count}.${extension}`;
  temporary.set(path, dataUrl);

  return path;
}

/** Content as a data URL. A test that chooses a picture names it by its content. */
export function readTemporary(path: string): string | undefined {
  return temporary.get(path) ?? (path.startsWith('data:') ? path : undefined);
}

/** Where the browser finds an image that the app names: in the package, on the network, or among temporary files. */
export function fileAddress(source: string, page = ''): string {
  const kept = temporary.get(source);
  if (kept) {
    return kept;
  }
  if (/^(https?|data|blob):/.test(source)) {
    return source;
  }

  return `/files${new URL(source, `http://package/${page}`).pathname}`;
}
