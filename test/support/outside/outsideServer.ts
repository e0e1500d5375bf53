import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OutsideRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

/** undefined: say nothing and keep the line open. */
export type OutsideAnswer = { status?: number; body: string } | undefined;

/** What goes wrong between us and an outside system, whichever it is. */
export type LineFault = 'silence' | 'http500' | 'cutOff' | 'notJson' | 'endless';

/**
 * An outside system on this machine. It checks what it is asked, writes every breach of the protocol into `breaches`,
 * and answers as the real one would.
 */
export abstract class OutsideServer {
  readonly breaches: string[] = [];

  readonly requests: OutsideRequest[] = [];

  lineFault: LineFault | undefined;

  private readonly server: Server;

  constructor() {
    this.server = createServer((incoming, outgoing) => {
      void readRequest(incoming).then((request) => {
        this.requests.push(request);
        const answer = this.lineFault ? this.fail(this.lineFault) : this.answer(request);

        if (answer) {
          outgoing.writeHead(answer.status ?? 200, { 'content-type': 'text/plain' });
          outgoing.end(answer.body);
        } else if (this.lineFault === 'cutOff') {
          outgoing.destroy();
        }
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get host(): string {
    return new URL(this.url).host;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));

    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  reset(): void {
    this.breaches.length = 0;
    this.requests.length = 0;
    this.lineFault = undefined;
  }

  protected abstract answer(request: OutsideRequest): OutsideAnswer;

  /** Notes a breach unless the condition holds. */
  protected expect(condition: boolean, breach: string): void {
    if (!condition) {
      this.breaches.push(breach);
    }
  }

  private fail(fault: LineFault): OutsideAnswer {
    const bodies: Partial<Record<LineFault, OutsideAnswer>> = {
      http500: { status: 500, body: 'upstream' },
      notJson: { body: '<html>13800000001 王小明</html>' },
      endless: { body: `{"a":"${'x'.repeat(2_000_000)}"}` },
    };

    return bodies[fault];
  }
}

async function readRequest(incoming: IncomingMessage): Promise<OutsideRequest> {
  const chunks: Buffer[] = [];

  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }

  const url = new URL(incoming.url ?? '/', 'http://outside');

  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
