import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { PhoneSetup } from '../types';
import { hostScript, hostStyles } from './bundle';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** A script tag must not end inside the data. */
const asScript = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

async function page(setup: PhoneSetup): Promise<string> {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>phone</title>
<style>${await hostStyles()}</style>
<div id="bench-pages"></div>
<script>window.phoneSetup = ${asScript(setup)};</script>
<script src="/host.js"></script>
</html>`;
}

/** A file of the mini-program, and nothing outside its folder. */
function fileOf(folder: string, url: string): string | undefined {
  const file = path.join(folder, decodeURIComponent(url.slice('/files/'.length)));

  return file.startsWith(folder + path.sep) ? file : undefined;
}

async function sendFile(response: ServerResponse, file: string | undefined): Promise<void> {
  const content = file ? await readFile(file).catch(() => undefined) : undefined;
  response.writeHead(content ? 200 : 404, {
    'content-type': types[path.extname(file ?? '')] ?? 'text/plain',
  });
  response.end(content);
}

export interface WebServer {
  /** With a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the phone to the browser.
 * @param folder the compiled mini-program
 * @param setup read at each start of the phone
 */
export async function startWebServer(folder: string, setup: () => PhoneSetup): Promise<WebServer> {
  const answer = async (url: string, response: ServerResponse) => {
    if (url.startsWith('/files/')) {
      await sendFile(response, fileOf(path.resolve(folder), url));
    } else {
      const isScript = url === '/host.js';
      response.writeHead(200, { 'content-type': types[isScript ? '.js' : '.html'] });
      response.end(isScript ? await hostScript() : await page(setup()));
    }
  };
  const server: Server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((cause: unknown) => {
      response.writeHead(500);
      response.end(String(cause));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
