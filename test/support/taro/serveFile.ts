import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** As strict as the real server: what the pages need beyond this would be found there too late. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

/** Serves a built H5 output below `/m/`, and sends poster links on as the real server does. */
export async function serveFile(
  folder: string | undefined,
  url: string,
  response: ServerResponse,
): Promise<void> {
  const poster = /^\/p\/([^/?]+)/.exec(url)?.[1];
  if (poster) {
    response.writeHead(302, { location: `/m/#/pages/place/index?poster=${poster}` }).end();

    return;
  }
  const name = url.split('?')[0]?.replace(/^\/m\/?/, '') || 'index.html';
  try {
    const content = await readFile(path.join(folder ?? '', path.normalize(name)));
    const type = types[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
