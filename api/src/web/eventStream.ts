import { PassThrough } from 'node:stream';

import type { Http } from './http';

/** Bytes that may wait for a client that reads slowly. */
const waitingMost = 4_000_000;

/** Events to one browser, as the HTML standard's server-sent events. */
export class EventStream {
  private readonly body = new PassThrough();

  private sent = 0;

  /** Answers a request with the stream. It is the last on its connection, so that a server may end. */
  answer(http: Http): void {
    http.type = 'text/event-stream';
    http.set('Cache-Control', 'no-store, no-transform');
    http.set('X-Accel-Buffering', 'no');
    http.set('Connection', 'close');
    http.body = this.body;
  }

  get isOpen(): boolean {
    return !this.body.destroyed && !this.body.writableEnded;
  }

  /** Nothing of what was sent waits any more, or too little to speak of. */
  get isDrained(): boolean {
    return !this.body.writableNeedDrain;
  }

  /** Whoever does not read is let go: he comes back and gets everything anew. */
  send(event: string, data: unknown): void {
    if (!this.isOpen) {
      return;
    }
    this.sent += 1;
    this.body.write(`id: ${this.sent}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (this.body.writableLength > waitingMost) {
      this.body.destroy();
    }
  }

  end(): void {
    this.body.end();
  }

  onDrain(listener: () => void): void {
    this.body.on('drain', listener);
  }

  onClose(listener: () => void): void {
    this.body.once('close', listener);
  }
}
