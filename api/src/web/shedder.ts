import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { errorTexts } from '@anxing/contract/errors';

import type { Metrics } from '../base/metrics';
import type { LoopLag } from './loopLag';
import { priorityOf, type Priority } from './priorities';

interface Bound {
  /** ms by which the process is late. */
  lag: number;
  /** Requests under way. */
  running: number;
}

/** From where on requests are refused: what matters least goes first, so that the rest is answered in time. */
const bounds: Record<Priority, Bound> = {
  export: { lag: 150, running: 200 },
  admin: { lag: 250, running: 600 },
  door: { lag: 400, running: 1_600 },
  checkIn: { lag: 600, running: 2_000 },
  code: { lag: 1_000, running: 3_000 },
};

/** Spread, so that all who were refused do not come back in the same moment. */
function retryAfter(): number {
  return 2 + Math.floor(Math.random() * 8);
}

function refuse(response: ServerResponse): void {
  const [status, message, messageEn] = errorTexts.unavailable;
  const requestId = randomUUID();
  const body = JSON.stringify({ error: { code: 'unavailable', message, messageEn, requestId } });
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    'Retry-After': retryAfter(),
  });
  response.end(body);
}

/** Refuses early and cheaply what cannot be answered in time, instead of answering everybody late. */
export class Shedder {
  /** @param running how many requests are under way: live streams that are open are none */
  constructor(
    private readonly lag: LoopLag,
    private readonly metrics: Metrics,
    private readonly running: () => number,
  ) {}

  /** @returns whether the request was refused */
  refuses(request: IncomingMessage, response: ServerResponse): boolean {
    const priority = priorityOf(request.method ?? '', request.url ?? '');
    if (priority && this.isTooMuch(bounds[priority])) {
      this.metrics.shed.inc({ priority });
      refuse(response);

      return true;
    }

    return false;
  }

  private isTooMuch({ lag, running }: Bound): boolean {
    return this.running() >= running || this.lag.ms > lag;
  }
}
