import http from 'node:http';

import type { WireAnswer, WireRequest } from '../types';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

function read(response: http.IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => resolve(Buffer.concat(chunks)));
    response.on('error', reject);
  });
}

/** Names as the server spelled them. */
function headersOf(raw: string[]): [string, string][] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : [],
  );
}

async function exchange(request: WireRequest, signal: AbortSignal): Promise<WireAnswer> {
  const { url, method, headers, body } = request;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const sent = http.request(url, { method, headers, signal }, resolve);
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : Buffer.from(body, 'base64'));
  });
  const bytes = await read(response);

  return {
    ok: true,
    status: response.statusCode ?? 0,
    headers: headersOf(response.rawHeaders),
    body: bytes.toString('base64'),
  };
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && loopback.has(new URL(url).hostname);
}

/** Sends what `wx.request` asks for: to this machine only, with its timeout, and stoppable. */
export class Requests {
  private readonly running = new Map<number, AbortController>();

  /** @param onForbidden told of every address outside this machine */
  constructor(private readonly onForbidden: (url: string) => void) {}

  async send(request: WireRequest): Promise<WireAnswer> {
    if (!isLoopback(request.url)) {
      this.onForbidden(request.url);

      return { ok: false, reason: 'forbidden', message: `not this machine: ${request.url}` };
    }
    const controller = new AbortController();
    this.running.set(request.id, controller);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, request.timeout);
    try {
      return await exchange(request, controller.signal);
    } catch (cause) {
      const reason = isLate ? 'timeout' : controller.signal.aborted ? 'aborted' : 'unreachable';

      return { ok: false, reason, message: cause instanceof Error ? cause.message : String(cause) };
    } finally {
      clearTimeout(timer);
      this.running.delete(request.id);
    }
  }

  abort(id: number): void {
    this.running.get(id)?.abort();
  }

  abortAll(): void {
    this.running.forEach((controller) => controller.abort());
  }
}
