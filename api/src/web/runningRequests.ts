import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A phone that asks again over the same connection would keep a server that is to end. */
function lastOnItsConnection(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader('Connection', 'close');
  }
}

/**
 * The requests whose handlers have not ended. A client that hung up takes its connection away, but its handler goes
 * on, and needs the database.
 */
export class RunningRequests {
  private readonly running = new Map<ServerResponse, Promise<void>>();

  private isFinishing = false;

  constructor(private readonly handler: Handler) {}

  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (this.isFinishing) {
      lastOnItsConnection(response);
    }
    const work = this.handler(request, response).finally(() => this.running.delete(response));
    this.running.set(response, work);
  };

  get count(): number {
    return this.running.size;
  }

  /** Waits for all handlers, also for those that begin meanwhile, but no longer than until `late`. */
  async finish(late: AbortSignal): Promise<void> {
    this.isFinishing = true;
    [...this.running.keys()].forEach(lastOnItsConnection);
    const given = once(late, 'abort');
    while (this.running.size > 0 && !late.aborted) {
      await Promise.race([given, Promise.all(this.running.values())]);
    }
  }
}
