import path from 'node:path';

import send from 'koa-send';

import type { Http } from './http';

/** A built browser program: where it is reached and where its files lie below the web folder. */
interface Program {
  prefix: string;
  folder: string;
}

const programs: Program[] = [
  { prefix: '/admin', folder: 'admin/dist' },
  { prefix: '/m', folder: 'miniapp/dist/h5' },
];

/** File names with a hash never change; the page itself is always asked for again. */
function cacheHeaders(response: { setHeader(name: string, value: string): void }, file: string): void {
  const isHashed = /[.-][\w-]{8,}\.(js|css|woff2?|png|svg|jpg)$/.test(path.basename(file));
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function sendFile(http: Http, root: string, file: string): Promise<boolean> {
  try {
    await send(http as never, file, {
      root: path.resolve(root),
      index: 'index.html',
      setHeaders: cacheHeaders,
    });

    return true;
  } catch (error) {
    if (Reflect.get(Object(error), 'status') === 404) {
      return false;
    }
    throw error;
  }
}

/** Serves the admin site and the H5 pages; an unknown path below them is the program's own affair. */
export async function servePrograms(http: Http, next: () => Promise<unknown>): Promise<void> {
  const program = programs.find(({ prefix }) => http.path === prefix || http.path.startsWith(`${prefix}/`));
  if (!program || (http.method !== 'GET' && http.method !== 'HEAD')) {
    await next();

    return;
  }
  if (http.path === program.prefix) {
    http.redirect(`${program.prefix}/`);

    return;
  }
  const root = path.join(http.services.settings.webDir, program.folder);
  const file = http.path.slice(program.prefix.length);
  const isFound = await sendFile(http, root, file);
  if (!isFound && !path.extname(file)) {
    await sendFile(http, root, '/index.html');
  }
}
