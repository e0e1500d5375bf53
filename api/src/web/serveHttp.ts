import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { StartRefused } from '../base/errors';
import type { Settings } from '../base/settings';
import type { Metrics } from '../base/metrics';
import { LoopLag } from './loopLag';
import { RunningRequests } from './runningRequests';
import { Shedder } from './shedder';
import type { Handler } from './shortWay';

const portTaken = 75;

export interface Serving {
  port: number;
  /** Takes no more requests, finishes those under way, and ends. */
  stop(): Promise<void>;
}

/** Longest wait for requests under way, ms. */
const patience = 10_000;

async function stopServer(server: http.Server, requests: RunningRequests): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  late.signal.addEventListener('abort', () => server.closeAllConnections());
  await Promise.all([closed, requests.finish(late.signal)]);
  clearTimeout(timer);
}

/** Listens; a port that is taken is told with a way out. */
export function serveHttp(handler: Handler, { host, port }: Settings, metrics: Metrics): Promise<Serving> {
  const requests = new RunningRequests(handler);
  const lag = new LoopLag();
  const shedder = new Shedder(lag, metrics, () => requests.count);
  const server = http.createServer((request, response) => {
    if (!shedder.refuses(request, response)) {
      requests.handle(request, response);
    }
  });
  server.once('close', () => lag.stop());
  // A feed of a million rows; of what is not read as it comes, see limitTime.
  server.requestTimeout = 600_000;
  server.headersTimeout = 15_000;

  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      fail(
        isTaken
          ? new StartRefused(
              `端口 ${port} 不可用，请换一个：PORT=8081 npm start / Port ${port} is taken`,
              portTaken,
            )
          : error,
      );
    });
    server.listen(port, host, () =>
      done({ port: (server.address() as AddressInfo).port, stop: () => stopServer(server, requests) }),
    );
  });
}
