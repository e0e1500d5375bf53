import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

import { type FakeApi } from './fake/fakeApi';
import type { FakeAnswer } from './fake/fakeAnswer';

const dist = path.resolve(__dirname, '../../../admin/dist');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The API's own policy, so that a page which breaks it is noticed here. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'";

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');

  return text && request.headers['content-type'] === 'application/json'
    ? (JSON.parse(text) as unknown)
    : undefined;
}

async function pageFile(pathname: string): Promise<FakeAnswer> {
  const name = pathname.replace(/^\/admin\//, '');
  const file = path.extname(name) ? name : 'index.html';
  const headers = {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  };

  return { status: 200, headers, body: await readFile(path.join(dist, file)) };
}

async function answer(api: FakeApi, request: IncomingMessage): Promise<FakeAnswer> {
  const { method = 'GET', url = '/' } = request;
  if (!url.startsWith('/api/')) {
    return pageFile(new URL(url, 'http://localhost').pathname);
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );

  return api.handle({ method, url, headers, body: await bodyOf(request) });
}

function send(response: ServerResponse, { status, headers, body }: FakeAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** Serves the built admin site over a fake API, for looking at screens without a database. */
export function serveFake(api: FakeApi, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(api, request).then(
      (given) => send(response, given),
      () => send(response, { status: 500, headers: {}, body: '' }),
    );
  });

  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
