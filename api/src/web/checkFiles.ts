import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Http } from './http';

/** WeChat wants its file in the folder of the poster links, Alipay at the root of the domain. */
const checkFile = /^\/(?:p\/)?([\w-]{1,64}\.txt)$/;

async function contentOf(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path.join(folder, name));
  } catch {
    return undefined;
  }
}

/** Serves the files by which WeChat and Alipay check that the domain is ours, from the folder `ANXING_CHECK_FILES`. */
export async function serveCheckFiles(http: Http, next: () => Promise<unknown>): Promise<void> {
  const folder = http.services.settings.checkFilesDir;
  const name = checkFile.exec(http.path)?.[1];
  const content = folder && name && http.method === 'GET' ? await contentOf(folder, name) : undefined;
  if (!content) {
    await next();

    return;
  }
  http.state.pattern = '/{checkFile}';
  http.type = 'text/plain';
  http.body = content;
}
